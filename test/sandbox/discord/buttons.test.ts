import { ActionRowBuilder, ButtonBuilder, ButtonStyle, MessageFlags } from 'discord.js'
import { describe, expect, it } from 'vitest'
import { openWithAnna as open } from './support/bot.ts'

describe('buttons', () => {
  const row = (...buttons: ButtonBuilder[]) => new ActionRowBuilder<ButtonBuilder>().addComponents(buttons)
  const approve = () =>
    new ButtonBuilder().setCustomId('approve').setLabel('Approve').setStyle(ButtonStyle.Success)

  it('change their message at once, for everyone', async () => {
    const { anna, client, world, discord } = await open(async (interaction) => {
      if (interaction.isButton()) {
        await interaction.update({ content: `${interaction.user.displayName} said yes`, components: [] })
      }
    })
    const channel = await client.channels.fetch(world.general.id)
    if (!channel?.isSendable()) throw new Error('No channel')
    await channel.send({
      content: 'Shall we?',
      components: [row(approve(), approve().setCustomId('b').setLabel('Later').setDisabled(true))],
    })
    const [card] = discord.channel(world.general).messages()
    if (!card) throw new Error('No message')
    await expect(anna.press(card, 'Deny')).rejects.toThrow('no button "Deny"; there is "Approve", "Later"')
    await expect(anna.press(card, 'Later')).rejects.toThrow('disabled')
    const answer = await anna.press(card, 'Approve')
    expect(answer.kind).toBe('update')
    expect(answer.text()).toBe('Anna said yes')
    expect(discord.channel(world.general).messages()[0]?.content).toBe('Anna said yes')
    await expect(anna.press(card, 'Approve')).rejects.toThrow('no button')
  })

  it('may be acknowledged first and lead to an edit or a follow-up later', async () => {
    const { anna, discord } = await open(async (interaction) => {
      if (interaction.isChatInputCommand())
        await interaction.reply({ content: 'One', components: [row(approve())] })
      if (!interaction.isButton()) return
      await interaction.deferUpdate()
      await interaction.editReply({ content: 'Two', components: [] })
      await interaction.followUp({ content: 'And more', flags: MessageFlags.Ephemeral })
    })
    const answer = await anna.slash('request', { title: 'Dune' })
    const pressed = await anna.press(answer, 'Approve')
    expect(pressed.kind).toBe('deferred')
    await pressed.settled()
    expect(answer.text()).toBe('Two')
    await discord.until(() => pressed.followUps.length === 1)
  })

  it('are told apart by what they stand beside', async () => {
    const row = (title: string, id: string) => ({
      type: 9,
      components: [{ type: 10, content: title }],
      accessory: { type: 2, style: 2, label: 'Open', custom_id: id },
    })
    const { anna, client, world, discord } = await open(async (interaction) => {
      if (interaction.isButton()) await interaction.reply(interaction.customId)
    })
    await client.rest.post(`/channels/${world.general.id}/messages`, {
      body: { flags: MessageFlags.IsComponentsV2, components: [row('Dune', '1'), row('Alien', '2')] },
    })
    const [list] = discord.channel(world.general).messages()
    await expect(anna.press(list, 'Open')).rejects.toThrow('There are 2 of button "Open"')
    expect((await anna.press(list, 'Open', { beside: 'Alien' })).text()).toBe('2')
    await expect(anna.press(undefined, 'Open')).rejects.toThrow('There is no message to act on')
  })

  it('can be forged, from anywhere and by anyone', async () => {
    const seen: unknown[] = []
    const { anna } = await open(async (interaction) => {
      if (!interaction.isButton()) return
      seen.push([interaction.customId, interaction.guildId, interaction.member])
      await interaction.reply('No')
    })
    const answer = await anna.raw({
      data: { custom_id: 'approve:17' },
      member: undefined,
      guild: undefined,
      guild_id: undefined,
      user: anna.user(),
      message: { id: '1', channel_id: '2', author: anna.user(), content: '', embeds: [], attachments: [] },
    })
    expect(seen).toEqual([['approve:17', null, null]])
    expect(answer.text()).toBe('No')
  })
})
