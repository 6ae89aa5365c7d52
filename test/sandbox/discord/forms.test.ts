import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  ChannelSelectMenuBuilder,
  ChannelType,
  ComponentType,
  type Interaction,
  type ModalSubmitInteraction,
  RoleSelectMenuBuilder,
  StringSelectMenuBuilder,
  UserSelectMenuBuilder,
} from 'discord.js'
import { describe, expect, it } from 'vitest'
import { connect, openDiscord } from './support/bot.ts'

const SETUP = { name: 'setup', description: 'Set it up' }

const FORM = {
  custom_id: 'add:radarr',
  title: 'Add Radarr',
  components: [
    { type: ComponentType.TextDisplay, content: 'Where is it?' },
    {
      type: ComponentType.Label,
      label: 'Name',
      component: {
        type: ComponentType.TextInput,
        custom_id: 'name',
        style: 1,
        max_length: 10,
        value: 'Radarr',
      },
    },
    {
      type: ComponentType.Label,
      label: 'Reason',
      component: {
        type: ComponentType.RadioGroup,
        custom_id: 'reason',
        required: false,
        options: [
          { label: 'Too long', value: 'long' },
          { label: 'Not for us', value: 'us' },
        ],
      },
    },
    {
      type: ComponentType.Label,
      label: 'Tags',
      component: {
        type: ComponentType.CheckboxGroup,
        custom_id: 'tags',
        options: [
          { label: 'Kids', value: 'kids', default: true },
          { label: '4K', value: '4k' },
        ],
      },
    },
    {
      type: ComponentType.Label,
      label: 'Role',
      component: { type: ComponentType.RoleSelect, custom_id: 'role', required: false },
    },
    {
      type: ComponentType.Label,
      label: 'Picture',
      component: { type: ComponentType.FileUpload, custom_id: 'picture', required: false },
    },
  ],
}

const open = async (answer: (interaction: Interaction) => unknown) => {
  const stage = await openDiscord()
  const client = await connect(stage, answer)
  await client.application.commands.set([SETUP])
  return { ...stage, client, olga: stage.discord.as(stage.world.owner) }
}

const showForm = async (interaction: Interaction, form: object = FORM): Promise<void> => {
  if (!interaction.isRepliable()) return
  await interaction.client.rest.post(`/interactions/${interaction.id}/${interaction.token}/callback`, {
    body: { type: 9, data: form },
    auth: false,
  })
}

describe('a form', () => {
  it('is filled in by its labels and comes back with every kind of field', async () => {
    let sent: ModalSubmitInteraction | undefined
    const { olga, world } = await open(async (interaction) => {
      if (interaction.isChatInputCommand()) return showForm(interaction)
      if (!interaction.isModalSubmit()) return
      sent = interaction
      await interaction.reply(`Added ${interaction.fields.getTextInputValue('name')}`)
    })
    const keeper = world.addRole({ name: 'Keeper' })
    const picture = { name: 'shot.png', type: 'image/png', bytes: Buffer.from('shot') }
    const form = await olga.slash('setup')
    expect(form.kind).toBe('modal')
    expect(form.modal?.title).toBe('Add Radarr')
    const answer = await olga.fill(form, {
      Name: '4K',
      Reason: 'Not for us',
      Tags: ['4K'],
      Role: keeper,
      Picture: [picture],
    })
    expect(answer.text()).toBe('Added 4K')
    expect(sent?.customId).toBe('add:radarr')
    expect(sent?.fields.getRadioGroup('reason')).toBe('us')
    expect(sent?.fields.getCheckboxGroup('tags')).toEqual(['4k'])
    expect([...(sent?.fields.getSelectedRoles('role')?.keys() ?? [])]).toEqual([keeper.id])
    expect(sent?.fields.getUploadedFiles('picture')?.first()?.name).toBe('shot.png')
    expect(sent?.isFromMessage()).toBe(false)
  })

  it('keeps what it showed where nobody touched it', async () => {
    const { olga } = await open(async (interaction) => {
      if (interaction.isChatInputCommand()) return showForm(interaction)
      if (!interaction.isModalSubmit()) return
      const { fields } = interaction
      await interaction.reply(
        [
          fields.getTextInputValue('name'),
          fields.getRadioGroup('reason'),
          fields.getCheckboxGroup('tags'),
        ].join(),
      )
    })
    expect((await olga.fill(await olga.slash('setup'), {})).text()).toBe('Radarr,,kids')
  })

  it('takes nothing that its fields would not take', async () => {
    const { olga, world, discord } = await open((interaction) => showForm(interaction))
    const form = await olga.slash('setup')
    await expect(olga.fill(form, { Name: '' })).rejects.toThrow('"Name": This field must be filled in')
    await expect(olga.fill(form, { Name: 'x'.repeat(11) })).rejects.toThrow('11 characters')
    await expect(olga.fill(form, { Reason: 'Too short' })).rejects.toThrow('"Too short" is not offered')
    await expect(olga.fill(form, { Tags: [] })).rejects.toThrow('0 were chosen')
    await expect(olga.fill(form, { Colour: 'red' })).rejects.toThrow('no field "Colour"')
    const anna = discord.as(world.addMember({ name: 'Anna' }))
    await expect(anna.fill(form, {})).rejects.toThrow('on another screen')
  })

  it('updates the message it came from, but cannot lead to another form', async () => {
    const button = new ButtonBuilder().setCustomId('deny').setLabel('Deny').setStyle(ButtonStyle.Danger)
    let failure: unknown
    const { olga } = await open(async (interaction) => {
      if (interaction.isChatInputCommand()) {
        const components = [new ActionRowBuilder<ButtonBuilder>().addComponents(button)]
        await interaction.reply({ content: 'Shall we?', components })
      }
      if (interaction.isButton()) await showForm(interaction)
      if (!interaction.isModalSubmit() || !interaction.isFromMessage()) return
      failure = await showForm(interaction).catch((error: unknown) => error)
      await interaction.update({ content: 'Denied', components: [] })
    })
    const card = await olga.slash('setup')
    const answer = await olga.fill(await olga.press(card, 'Deny'), {})
    expect(answer.kind).toBe('update')
    expect(card.text()).toBe('Denied')
    expect(failure).toMatchObject({ code: 50_035 })
  })
})

describe('selects', () => {
  it('offer what is there, by what it says', async () => {
    const chosen: unknown[] = []
    const { olga, world } = await open(async (interaction) => {
      if (interaction.isChatInputCommand()) {
        const rows = [
          new StringSelectMenuBuilder()
            .setCustomId('profile')
            .setPlaceholder('Quality profile')
            .setMinValues(1)
            .setMaxValues(2)
            .addOptions(
              { label: 'HD', value: '4' },
              { label: '4K', value: '5' },
              { label: 'Any', value: '1' },
            ),
          new ChannelSelectMenuBuilder()
            .setCustomId('channel')
            .setPlaceholder('Admin channel')
            .setChannelTypes(ChannelType.GuildText),
          new RoleSelectMenuBuilder().setCustomId('role').setPlaceholder('Approver role'),
          new UserSelectMenuBuilder().setCustomId('user').setPlaceholder('Member'),
        ].map((select) => new ActionRowBuilder<typeof select>().addComponents(select))
        await interaction.reply({ content: 'Set up', components: rows })
      }
      if (interaction.isAnySelectMenu()) {
        const picked =
          interaction.isRoleSelectMenu() ||
          interaction.isUserSelectMenu() ||
          interaction.isChannelSelectMenu()
        const names = interaction.isRoleSelectMenu() ? interaction.roles.map(({ name }) => name) : []
        chosen.push([interaction.customId, picked ? names : interaction.values, interaction.values.length])
        await interaction.deferUpdate()
      }
    })
    const keeper = world.addRole({ name: 'Keeper' })
    const anna = world.addMember({ name: 'Anna' })
    const panel = await olga.slash('setup')
    await olga.choose(panel, 'Quality profile', ['4K', '1'])
    await olga.choose(panel, 'Admin channel', [world.general])
    await olga.choose(panel, 'Approver role', [keeper])
    await olga.choose(panel, 'user', [anna])
    expect(chosen).toEqual([
      ['profile', ['5', '1'], 2],
      ['channel', [], 1],
      ['role', ['Keeper'], 1],
      ['user', [], 1],
    ])
    await expect(olga.choose(panel, 'Quality profile', ['SD'])).rejects.toThrow('"SD" is not offered')
    await expect(olga.choose(panel, 'Quality profile', ['HD', '4K', 'Any'])).rejects.toThrow('3 were chosen')
    await expect(olga.choose(panel, 'Quality profile', [])).rejects.toThrow('0 were chosen')
    await expect(olga.choose(panel, 'Root folder', ['/films'])).rejects.toThrow('no select "Root folder"')
  })
})
