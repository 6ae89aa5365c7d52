import { setTimeout as sleep } from 'node:timers/promises'
import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  type ChatInputCommandInteraction,
  type DiscordAPIError,
  type Interaction,
  MessageFlags,
} from 'discord.js'
import { describe, expect, it } from 'vitest'
import { connect, openDiscord, REQUEST } from './support/bot.ts'

const onSlash =
  (answer: (interaction: ChatInputCommandInteraction) => unknown) => async (interaction: Interaction) => {
    if (interaction.isChatInputCommand()) await answer(interaction)
  }

const open = async (answer: (interaction: Interaction) => unknown) => {
  const stage = await openDiscord()
  const client = await connect(stage, answer)
  await client.application.commands.set([REQUEST])
  const anna = stage.discord.as(stage.world.addMember({ name: 'Anna' }))
  return { ...stage, client, anna }
}

describe('a slash command', () => {
  it('reaches the bot with everything it needs, and its answer reaches the person', async () => {
    let seen: ChatInputCommandInteraction | undefined
    const { anna, world } = await open(
      onSlash(async (interaction) => {
        seen = interaction
        await interaction.reply(`Looking for ${interaction.options.getString('title')}`)
      }),
    )
    const answer = await anna.slash('request', { title: 'Dune', kind: 'Film' })
    expect(answer.kind).toBe('message')
    expect(answer.text()).toBe('Looking for Dune')
    expect(answer.tookMs).toBeLessThan(1_000)
    expect(seen?.options.getString('kind')).toBe('film')
    expect(seen?.inCachedGuild() && seen.member.displayName).toBe('Anna')
    expect(seen?.memberPermissions?.has('SendMessages')).toBe(true)
    expect(seen?.memberPermissions?.has('ManageGuild')).toBe(false)
    expect(seen?.authorizingIntegrationOwners[0]).toBe(world.guild.id)
    expect(seen?.channel?.id).toBe(world.general.id)
    expect(seen?.context).toBe(0)
    expect(Math.abs((seen?.createdTimestamp ?? 0) - Date.now())).toBeLessThan(1_000)
  })

  it('shows ephemeral answers to nobody else, and hides them from the bot token', async () => {
    const { anna, world, discord, client } = await open(
      onSlash((interaction) => interaction.reply({ content: 'Psst', flags: MessageFlags.Ephemeral })),
    )
    const bert = discord.as(world.addMember({ name: 'Bert' }))
    const answer = await anna.slash('request', { title: 'Dune' })
    expect(anna.sees(world.general).map(({ content }) => content)).toEqual(['Psst'])
    expect(bert.sees(world.general)).toEqual([])
    expect(discord.channel(world.general).messages()).toEqual([])
    const path = `/channels/${world.general.id}/messages/${answer.message?.id}` as const
    await expect(client.rest.get(path)).rejects.toMatchObject({ code: 10_008, status: 404 })
    await expect(client.rest.patch(path, { body: { content: 'x' } })).rejects.toMatchObject({ code: 10_008 })
    await expect(bert.press(answer, 'Anything')).rejects.toThrow('cannot see')
  })

  it('can be answered later, within its quarter of an hour', async () => {
    let command: ChatInputCommandInteraction | undefined
    const { anna, discord } = await open(
      onSlash(async (interaction) => {
        command = interaction
        await interaction.deferReply({ flags: MessageFlags.Ephemeral })
        await sleep(30)
        await interaction.editReply('Here it is')
      }),
    )
    const answer = await anna.slash('request', { title: 'Dune' })
    expect(answer.kind).toBe('deferred')
    expect(answer.text()).toBe('')
    expect((await answer.settled()).text()).toBe('Here it is')
    expect(answer.message?.flags).toBe(MessageFlags.Ephemeral)
    discord.pass(14 * 60_000)
    await command?.editReply('Still in time')
    discord.pass(61_000)
    await expect(command?.editReply('Too late')).rejects.toMatchObject({ code: 50_027, status: 401 })
    expect(answer.text()).toBe('Still in time')
  })

  it('keeps what a deferred answer promised: a first follow-up fills it and stays as visible as it was', async () => {
    const { anna } = await open(
      onSlash(async (interaction) => {
        await interaction.deferReply()
        await interaction.followUp({ content: 'First', flags: MessageFlags.Ephemeral })
        await interaction.followUp({ content: 'Second', flags: MessageFlags.Ephemeral })
      }),
    )
    const answer = await (await anna.slash('request', { title: 'Dune' })).settled()
    expect(answer.text()).toBe('First')
    expect(answer.message?.flags).toBe(0)
    await expect.poll(() => answer.followUps.map(({ content }) => content)).toEqual(['Second'])
    expect(answer.followUps[0]?.flags).toBe(MessageFlags.Ephemeral)
  })

  it('is dead after three seconds without an answer', async () => {
    let failure: unknown
    const { anna, discord } = await open(
      onSlash(async (interaction) => {
        await sleep(3_050)
        failure = await interaction.reply('Too late').catch((error: unknown) => error)
      }),
    )
    const answer = await anna.slash('request', { title: 'Dune' })
    expect(answer.kind).toBe('none')
    expect(answer.tookMs).toBeGreaterThanOrEqual(2_990)
    await discord.until(() => failure)
    expect(failure).toMatchObject({ code: 10_062, status: 404 })
  })

  it('takes one first answer only', async () => {
    let failure: unknown
    const { anna, discord } = await open(
      onSlash(async (interaction) => {
        const path = `/interactions/${interaction.id}/${interaction.token}/callback` as const
        await interaction.client.rest.post(path, { body: { type: 5 }, auth: false })
        failure = await interaction.client.rest
          .post(path, { body: { type: 4, data: { content: 'Again' } }, auth: false })
          .catch((error: unknown) => error)
      }),
    )
    await anna.slash('request', { title: 'Dune' })
    await discord.until(() => failure)
    expect(failure).toMatchObject({ code: 40_060, status: 400 })
  })

  it.each([
    ['an update without a message', { type: 7, data: { content: 'x' } }, 'type'],
    ['a silent acknowledgement', { type: 6 }, 'type'],
    ['choices', { type: 8, data: { choices: [] } }, 'type'],
    [
      'old and new components together',
      { type: 4, data: { content: 'x', flags: 1 << 15, components: [] } },
      'data',
    ],
  ])('cannot be answered with %s, and stays open for a better answer', async (_, body, where) => {
    let failure: DiscordAPIError | undefined
    const { anna, discord } = await open(
      onSlash(async (interaction) => {
        const path = `/interactions/${interaction.id}/${interaction.token}/callback` as const
        failure = await interaction.client.rest.post(path, { body, auth: false }).then(
          () => undefined,
          (error: DiscordAPIError) => error,
        )
        await interaction.reply('Better')
      }),
    )
    expect((await anna.slash('request', { title: 'Dune' })).text()).toBe('Better')
    expect(failure).toMatchObject({ code: 50_035, status: 400 })
    expect(failure?.rawError).toMatchObject({ errors: { [where]: expect.anything() } })
    expect(discord.breaches).toHaveLength(1)
  })

  it('cannot be edited or followed before it was answered', async () => {
    const failures: unknown[] = []
    const { anna, client, discord } = await open(
      onSlash(async (interaction) => {
        const hook = `/webhooks/${interaction.applicationId}/${interaction.token}` as const
        const body = { content: 'x' }
        failures.push(
          await client.rest.patch(`${hook}/messages/@original`, { body, auth: false }).catch((e) => e),
        )
        failures.push(await client.rest.post(hook, { body, auth: false }).catch((e) => e))
        await interaction.reply('Now')
      }),
    )
    await anna.slash('request', { title: 'Dune' })
    await discord.until(() => failures.length === 2)
    expect(failures).toMatchObject([
      { code: 10_015, status: 404 },
      { code: 10_015, status: 404 },
    ])
  })
})

describe('what a client would not offer', () => {
  it('throws where a command is not registered, not for this place, or not for this person', async () => {
    const { anna, client, world, discord } = await open(onSlash((interaction) => interaction.reply('Yes')))
    await expect(anna.slash('nothing')).rejects.toThrow('not offered "nothing" here; there is request')
    await client.application.commands.set([
      { ...REQUEST, contexts: [0] },
      { name: 'setup', description: 'Set it up', defaultMemberPermissions: ['ManageGuild'] },
    ])
    await expect(anna.slash('request', { title: 'Dune' }, { in: 'dm' })).rejects.toThrow('not offered')
    await expect(anna.slash('setup')).rejects.toThrow('not offered')
    const keeper = world.addRole({ name: 'Keeper', permissions: ['ManageGuild'] })
    const bert = discord.as(world.addMember({ name: 'Bert', roles: [keeper] }))
    expect((await bert.slash('setup')).text()).toBe('Yes')
    const elsewhere = world.addGuild({ name: 'Elsewhere', withBot: true })
    const { contexts: _, integration_types: __, ...local } = REQUEST
    await client.application.commands.set([local], elsewhere.id)
    await expect(
      anna.slash('request', { title: 'x' }, { in: world.addChannel({ name: 'there', guild: elsewhere }) }),
    ).rejects.toThrow('cannot see #there')
  })

  it('throws for options that are unknown, missing or not among the choices', async () => {
    const { anna } = await open(onSlash((interaction) => interaction.reply('Yes')))
    await expect(anna.slash('request')).rejects.toThrow('Option title is required')
    await expect(anna.slash('request', { title: 'Dune', year: 2021 })).rejects.toThrow('no option year')
    await expect(anna.slash('request', { title: 'Dune', kind: 'opera' })).rejects.toThrow(
      'none of the choices',
    )
    await expect(anna.slash('request', { title: 7 })).rejects.toThrow('not text')
  })

  it('reaches every server and private conversation of someone who installed the app', async () => {
    const { client, world, discord } = await open(
      onSlash(async (interaction) => {
        await interaction.reply('First')
        for (let index = 0; index < 5; index += 1) await interaction.followUp(`${index}`)
        await expect(interaction.followUp('6th')).rejects.toMatchObject({ code: 40_094 })
      }),
    )
    await client.application.commands.set([{ ...REQUEST, contexts: [0, 1, 2], integrationTypes: [0, 1] }])
    const carla = world.addUser({ name: 'Carla', installed: true })
    const dora = world.addUser({ name: 'Dora' })
    const away = world.addGuild({ name: 'Away', owner: carla })
    const there = world.addChannel({ name: 'there', guild: away })
    const answer = await discord.as(carla).slash('request', { title: 'Dune' }, { in: there })
    await discord.until(() => answer.followUps.length === 5)
    const together = world.privateChannel(carla, dora)
    expect((await discord.as(carla).slash('request', { title: 'Dune' }, { in: together })).text()).toBe(
      'First',
    )
    await expect(discord.as(dora).slash('request', { title: 'x' }, { in: together })).rejects.toThrow(
      'not offered',
    )
  }, 30_000)
})

describe('typing', () => {
  it('offers what the bot says, with the other options as far as they are typed', async () => {
    const { anna } = await open(async (interaction) => {
      if (!interaction.isAutocomplete()) return
      const { name, value } = interaction.options.getFocused(true)
      await interaction.respond([
        { name: `${name}=${value}, ${interaction.options.getString('kind')}`, value: 'x' },
      ])
    })
    const answer = await anna.type('request', 'title', 'dun', { kind: 'show' })
    expect(answer.kind).toBe('choices')
    expect(answer.choices).toEqual([{ name: 'title=dun, show', value: 'x' }])
    await expect(anna.type('request', 'kind', 'f')).rejects.toThrow('offers nothing')
  })

  it('takes at most 25 choices', async () => {
    let failure: unknown
    const { anna, discord } = await open(async (interaction) => {
      if (!interaction.isAutocomplete()) return
      const choices = Array.from({ length: 26 }, (_, index) => ({ name: `${index}`, value: `${index}` }))
      failure = await interaction.respond(choices).catch((error: unknown) => error)
      await interaction.client.rest.post(`/interactions/${interaction.id}/${interaction.token}/callback`, {
        body: { type: 8, data: { choices: [] } },
        auth: false,
      })
    })
    expect((await anna.type('request', 'title', 'd')).choices).toEqual([])
    expect(failure).toMatchObject({ code: 50_035 })
    expect(discord.breaches[0]?.where).toBe('data.choices')
  })
})

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
