import {
  ActionRowBuilder,
  AttachmentBuilder,
  ButtonBuilder,
  ButtonStyle,
  ChannelSelectMenuBuilder,
  CheckboxBuilder,
  CheckboxGroupBuilder,
  ContainerBuilder,
  ContextMenuCommandBuilder,
  type DiscordAPIError,
  EmbedBuilder,
  FileBuilder,
  FileUploadBuilder,
  type Interaction,
  LabelBuilder,
  MediaGalleryBuilder,
  MessageFlags,
  ModalBuilder,
  PermissionFlagsBits,
  RadioGroupBuilder,
  RoleSelectMenuBuilder,
  SectionBuilder,
  SlashCommandBuilder,
  StringSelectMenuBuilder,
  TextDisplayBuilder,
  TextInputBuilder,
  TextInputStyle,
  ThumbnailBuilder,
  UserSelectMenuBuilder,
} from 'discord.js'
import { expect, it } from 'vitest'
import { loadChecks } from '../../../sandbox/discord/checks/index.ts'
import { connect, openDiscord } from '../discord/support/bot.ts'

const COMMANDS = [
  new SlashCommandBuilder()
    .setName('request')
    .setDescription('Ask for a film')
    .setDescriptionLocalizations({ de: 'Um einen Film bitten' })
    .addStringOption((option) =>
      option.setName('title').setDescription('Its title').setAutocomplete(true).setRequired(true),
    )
    .addIntegerOption((option) =>
      option
        .setName('season')
        .setDescription('Which season')
        .setMinValue(0)
        .addChoices({ name: 'One', value: 1 }),
    ),
  new SlashCommandBuilder()
    .setName('quota')
    .setDescription('How much is left')
    .setDefaultMemberPermissions(PermissionFlagsBits.ManageGuild)
    .addSubcommandGroup((group) =>
      group
        .setName('role')
        .setDescription('Of a role')
        .addSubcommand((sub) =>
          sub
            .setName('set')
            .setDescription('Change it')
            .addRoleOption((option) => option.setName('role').setDescription('Which role').setRequired(true)),
        ),
    ),
  new ContextMenuCommandBuilder().setName('Request this').setType(3),
]

const button = (customId: string, style: ButtonStyle = ButtonStyle.Secondary) =>
  new ButtonBuilder().setCustomId(customId).setLabel(customId).setStyle(style)

const poster = () =>
  new AttachmentBuilder(Buffer.from('a picture'), { name: 'poster.png', description: 'Dune' })

const card = () =>
  new ContainerBuilder()
    .setAccentColor(0x5865f2)
    .addSectionComponents(
      new SectionBuilder()
        .addTextDisplayComponents(
          new TextDisplayBuilder().setContent('## Dune (2021)'),
          new TextDisplayBuilder().setContent('Film · 155 min'),
        )
        .setThumbnailAccessory(
          new ThumbnailBuilder().setURL('attachment://poster.png').setDescription('Poster of Dune (2021)'),
        ),
    )
    .addSeparatorComponents((separator) => separator.setDivider(true).setSpacing(2))
    .addMediaGalleryComponents(
      new MediaGalleryBuilder().addItems((item) => item.setURL('https://image.example.org/dune.jpg')),
    )
    .addFileComponents(new FileBuilder().setURL('attachment://poster.png'))
    .addActionRowComponents(
      new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(
        new StringSelectMenuBuilder()
          .setCustomId('seasons')
          .setMaxValues(2)
          .addOptions(
            { label: 'Season 1', value: '1', emoji: '📺', description: 'Here', default: true },
            { label: 'Season 2', value: '2' },
          ),
      ),
    )
    .addActionRowComponents(
      new ActionRowBuilder<ChannelSelectMenuBuilder>().addComponents(
        new ChannelSelectMenuBuilder().setCustomId('channel').setChannelTypes(0).setMinValues(0),
      ),
    )
    .addActionRowComponents(
      new ActionRowBuilder<ButtonBuilder>().addComponents(
        button('Deny', ButtonStyle.Danger),
        button('Request', ButtonStyle.Primary).setEmoji('🍿').setDisabled(true),
        new ButtonBuilder().setURL('https://app.plex.tv').setLabel('Open').setStyle(ButtonStyle.Link),
      ),
    )

const form = () =>
  new ModalBuilder()
    .setCustomId('form')
    .setTitle('Deny Dune (2021)')
    .addLabelComponents(
      new LabelBuilder()
        .setLabel('Reason')
        .setRadioGroupComponent(
          new RadioGroupBuilder()
            .setCustomId('reason')
            .setRequired(false)
            .addOptions({ label: 'Too large', value: 'size' }, { label: 'Too long', value: 'length' }),
        ),
      new LabelBuilder()
        .setLabel('Message')
        .setDescription('Shown to whoever asked')
        .setTextInputComponent(
          new TextInputBuilder()
            .setCustomId('message')
            .setStyle(TextInputStyle.Paragraph)
            .setMaxLength(500)
            .setPlaceholder('We have the old one')
            .setRequired(false),
        ),
      new LabelBuilder()
        .setLabel('Whom else to tell')
        .setUserSelectMenuComponent(
          new UserSelectMenuBuilder().setCustomId('others').setMaxValues(5).setRequired(false),
        ),
      new LabelBuilder()
        .setLabel('Roles')
        .setRoleSelectMenuComponent(new RoleSelectMenuBuilder().setCustomId('roles').setRequired(false)),
      new LabelBuilder()
        .setLabel('Screenshot')
        .setFileUploadComponent(
          new FileUploadBuilder().setCustomId('files').setMinValues(0).setRequired(false),
        ),
    )

const boxes = () =>
  new ModalBuilder()
    .setCustomId('boxes')
    .setTitle('What to tell you')
    .addTextDisplayComponents(new TextDisplayBuilder().setContent('Choose freely.'))
    .addLabelComponents(
      new LabelBuilder()
        .setLabel('News')
        .setCheckboxGroupComponent(
          new CheckboxGroupBuilder()
            .setCustomId('news')
            .addOptions(
              { label: 'Ready', value: 'ready', default: true },
              { label: 'Denied', value: 'denied' },
            ),
        ),
      new LabelBuilder()
        .setLabel('At night too')
        .setCheckboxComponent(new CheckboxBuilder().setCustomId('night').setDefault(false)),
    )

const answer = async (interaction: Interaction) => {
  if (interaction.isAutocomplete()) {
    await interaction.respond(
      Array.from({ length: 25 }, (_, index) => ({ name: `🎬 Dune ${index}`, value: `film:${index}` })),
    )
  } else if (interaction.isChatInputCommand()) {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral })
    await interaction.editReply({
      components: [card()],
      files: [poster()],
      flags: MessageFlags.IsComponentsV2,
      allowedMentions: { parse: [] },
    })
    await interaction.followUp({ content: 'One more thing.', flags: MessageFlags.Ephemeral })
  } else if (interaction.isButton()) {
    await interaction.showModal(interaction.customId === 'Deny' ? form() : boxes())
  } else if (interaction.isStringSelectMenu()) {
    await interaction.update({ components: [new TextDisplayBuilder().setContent('Chosen.')] })
  } else if (interaction.isModalSubmit()) {
    await interaction.reply({
      embeds: [
        new EmbedBuilder()
          .setTitle('Denied')
          .setColor(0xda373c)
          .setTimestamp()
          .addFields({ name: 'By', value: 'Bela' }),
      ],
      components: [new ActionRowBuilder<ButtonBuilder>().addComponents(button('Undo'))],
    })
  }
}

const open = async () => {
  const stage = await openDiscord({ checks: await loadChecks() })
  const client = await connect(stage, answer)
  await client.application.commands.set(COMMANDS)
  return { ...stage, client, anna: stage.discord.as(stage.world.addMember({ name: 'Anna' })) }
}

it('passes what discord.js and its builders send for interactions', async () => {
  const { anna, discord } = await open()
  expect((await anna.type('request', 'title', 'du')).choices).toHaveLength(25)
  const shown = await (await anna.slash('request', { title: 'Dune' })).settled()
  await discord.until(() => shown.followUps.length === 1)
  const asked = await anna.press(shown, 'Deny')
  expect(asked.modal?.title).toBe('Deny Dune (2021)')
  expect((await anna.fill(asked, { Message: 'No.' })).text()).toContain('Denied')
  expect((await anna.choose(shown, 'seasons', ['Season 2'])).text()).toContain('Chosen.')
  expect(discord.breaches).toEqual([])
})

it('passes what discord.js sends to channels', async () => {
  const { client, discord, world } = await open()
  const channel = await client.channels.fetch(world.general.id)
  if (!channel?.isSendable()) throw new Error('cannot send there')
  const embed = new EmbedBuilder()
    .setTitle('Dune')
    .setURL('https://example.org')
    .setImage('attachment://poster.png')
    .setAuthor({ name: 'Usherr', iconURL: 'https://example.org/icon.png' })
    .setFooter({ text: 'Ready' })
  const message = await channel.send({
    content: 'Hello',
    embeds: [embed],
    files: [poster()],
    nonce: '1',
    enforceNonce: true,
  })
  await message.edit({ content: 'Hello again', embeds: [] })
  await message.edit({
    content: null,
    attachments: [],
    components: [card()],
    files: [poster()],
    flags: MessageFlags.IsComponentsV2,
  })
  await message.reply({ content: 'A reply', allowedMentions: { repliedUser: false } })
  await channel.send({
    poll: {
      question: { text: 'Keep it?' },
      answers: [{ text: 'Yes', emoji: '👍' }, { text: 'No' }],
      duration: 24,
      allowMultiselect: false,
    },
  })
  expect(discord.breaches).toEqual([])
})

it('refuses what breaks the rules as Discord does, and remembers it', async () => {
  const { client, discord, world } = await open()
  const channel = await client.channels.fetch(world.general.id)
  if (!channel?.isSendable()) throw new Error('cannot send there')
  const refused: DiscordAPIError = await channel
    .send({ content: 'x'.repeat(2_001) })
    .then(() => Promise.reject(new Error('it was taken')))
    .catch((error) => error)
  expect(refused.code).toBe(50_035)
  expect(refused.message).toContain('Must be 2000 or fewer characters, but has 2001.')
  expect(discord.breaches).toEqual([
    {
      method: 'POST',
      path: `/channels/${world.general.id}/messages`,
      where: 'content',
      why: 'Must be 2000 or fewer characters, but has 2001.',
    },
  ])
})
