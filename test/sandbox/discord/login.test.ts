import { Client, GatewayIntentBits } from 'discord.js'
import { describe, expect, it, onTestFinished } from 'vitest'
import { connect, openDiscord, REQUEST } from './support/bot.ts'

describe('logging in', () => {
  it('gives a real client its guild, its own member and its channels', async () => {
    const stage = await openDiscord()
    const client = await connect(stage)
    const guild = client.guilds.cache.get(stage.world.guild.id)
    expect(client.user.id).toBe(stage.world.bot.id)
    expect(guild?.name).toBe('Home')
    expect(guild?.members.me?.permissions.has('SendMessages')).toBe(true)
    expect(guild?.members.me?.permissions.has('Administrator')).toBe(false)
    expect(guild?.channels.cache.get(stage.world.general.id)?.name).toBe('general')
    expect(stage.discord.gateway.connected()).toBe(1)
  })

  it('refuses a wrong token before the gateway', async () => {
    const { discord } = await openDiscord()
    const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: discord.url } })
    onTestFinished(() => client.destroy())
    await expect(client.login(`${discord.token}x`)).rejects.toThrow('An invalid token was provided.')
    expect(discord.counters.invalid).toBe(1)
    expect(discord.gateway.connected()).toBe(0)
  })

  it('refuses privileged intents unless the app has them', async () => {
    const stage = await openDiscord()
    const intents = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMembers]
    await expect(connect(stage, undefined, intents)).rejects.toThrow('Used disallowed intents')
    stage.world.privilegedIntents = GatewayIntentBits.GuildMembers
    await connect(stage, undefined, intents)
    expect(stage.discord.gateway.connected()).toBe(1)
  })

  it('names the owner of the app, or its team', async () => {
    const stage = await openDiscord()
    const client = await connect(stage)
    const application = await client.application.fetch()
    expect(application.owner?.id).toBe(stage.world.owner.id)
    const friend = stage.world.addMember({ name: 'Fred' })
    stage.world.setTeam({ name: 'House', owner: stage.world.owner.id, members: [friend.id] })
    const { owner } = await client.application.fetch()
    expect(owner && 'members' in owner ? [...owner.members.keys()] : []).toEqual([
      stage.world.owner.id,
      friend.id,
    ])
  })

  it('answers a bot that comes again too soon with an invalid session', async () => {
    const stage = await openDiscord({ identifyEveryMs: 60_000 })
    await connect(stage)
    const late = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: stage.discord.url } })
    // A client between two attempts to identify may never finish being destroyed: it isn't waited for.
    onTestFinished(() => void late.destroy())
    late.login(stage.discord.token).catch(() => undefined)
    await stage.discord.until(() => stage.discord.gateway.entrances.length >= 2)
    expect(stage.discord.gateway.entrances.map(({ accepted }) => accepted)).toEqual([true, false])
  })

  it('leaves out a guild that is down', async () => {
    const stage = await openDiscord()
    const away = stage.world.addGuild({ name: 'Away', withBot: true })
    away.available = false
    const client = await connect(stage)
    expect(client.guilds.cache.get(away.id)?.available).toBe(false)
    expect(client.guilds.cache.get(stage.world.guild.id)?.available).toBe(true)
  })
})

describe('commands', () => {
  it('keeps what a client registers, for everywhere and for one guild', async () => {
    const stage = await openDiscord()
    const client = await connect(stage)
    const [everywhere] = [...(await client.application.commands.set([REQUEST])).values()]
    const here = await client.application.commands.set(
      [{ name: 'setup', description: 'Set it up' }],
      stage.world.guild.id,
    )
    expect(everywhere?.options.map(({ name }) => name)).toEqual(['title', 'kind'])
    expect([...here.values()].map(({ guildId }) => guildId)).toEqual([stage.world.guild.id])
    const again = await client.application.commands.set([REQUEST])
    expect(again.has(everywhere?.id ?? '')).toBe(true)
    expect((await client.application.commands.fetch()).size).toBe(1)
    expect(stage.discord.breaches).toEqual([])
  })

  it.each([
    ['a name with capitals', { name: 'Request', description: 'Ask' }],
    ['no description', { name: 'request', description: '' }],
    [
      'a required option after an optional one',
      {
        name: 'request',
        description: 'Ask',
        options: [
          { type: 3, name: 'one', description: 'One' },
          { type: 3, name: 'two', description: 'Two', required: true },
        ],
      },
    ],
    [
      'more than 8,000 characters',
      {
        name: 'request',
        description: 'Ask',
        options: Array.from({ length: 25 }, (_, index) => ({
          type: 3,
          name: `o${index}`,
          description: 'x'.repeat(100),
          choices: Array.from({ length: 4 }, (__, choice) => ({
            name: `${choice}${'n'.repeat(40)}`,
            value: `${choice}${'v'.repeat(40)}`,
          })),
        })),
      },
    ],
  ])('refuses %s', async (_, command) => {
    const stage = await openDiscord()
    const client = await connect(stage)
    await expect(
      client.rest.put(`/applications/${client.user.id}/commands`, { body: [command] }),
    ).rejects.toThrow('Invalid Form Body')
    expect(stage.discord.breaches).toHaveLength(1)
    expect(stage.world.commands.get(null)).toBeUndefined()
  })

  it('allows 200 new commands a day, and repeats are not new', async () => {
    const stage = await openDiscord()
    const client = await connect(stage)
    const path = `/applications/${client.user.id}/commands` as const
    const commands = (from: number) =>
      Array.from({ length: 100 }, (_, index) => ({ name: `c${from + index}`, description: 'x' }))
    await client.rest.put(path, { body: commands(0) })
    await client.rest.put(path, { body: commands(0) })
    await client.rest.put(path, { body: commands(100) })
    await expect(client.rest.put(path, { body: commands(200) })).rejects.toMatchObject({ code: 30_034 })
    stage.discord.pass(24 * 3_600_000)
    await client.rest.put(path, { body: commands(200) })
  })
})
