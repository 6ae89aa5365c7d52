import { setTimeout as sleep } from 'node:timers/promises'
import { type Client, Events, GatewayIntentBits } from 'discord.js'
import { describe, expect, it, onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import { startDiscord } from '../../../sandbox/discord/start.ts'
import { connect, openDiscord, REQUEST } from './support/bot.ts'

type Stage = Awaited<ReturnType<typeof openDiscord>>

const kinds = ({ discord }: Stage) => discord.gateway.entrances.map(({ kind, path }) => `${kind} ${path}`)

const open = async () => {
  const stage = await openDiscord()
  const client = await connect(stage, async (interaction) => {
    if (interaction.isChatInputCommand()) await interaction.reply('Here')
  })
  await client.application.commands.set([REQUEST])
  const anna = stage.discord.as(stage.world.addMember({ name: 'Anna' }))
  return { ...stage, client, anna }
}

/** A bare connection, for what no decent client would send. */
const bare = async ({ discord }: Stage, query = '?v=10&encoding=json') => {
  const socket = new WebSocket(`${discord.url.replace('http', 'ws').replace('/api', '/')}${query}`)
  onTestFinished(() => socket.terminate())
  const received: { op: number; t: string | null; d: unknown }[] = []
  socket.on('message', (raw) => received.push(JSON.parse(raw.toString())))
  const closed = new Promise<number>((resolve) => socket.on('close', resolve))
  await Promise.race([closed, new Promise((resolve) => socket.once('message', resolve))])
  return { received, closed, say: (op: number, d: unknown) => socket.send(JSON.stringify({ op, d })), socket }
}

const identity = ({ discord }: Stage) => ({
  token: discord.token,
  intents: GatewayIntentBits.Guilds,
  properties: {},
})

const resumed = (client: Client) => new Promise((resolve) => client.once(Events.ShardResume, resolve))

describe('a lost connection', () => {
  it.each([
    ['a request to reconnect', (stage: Stage) => stage.discord.gateway.reconnect()],
    ['a cut', (stage: Stage) => stage.discord.gateway.drop()],
    ['a close that allows it', (stage: Stage) => stage.discord.gateway.close(4000)],
  ])('is resumed at the other address after %s', async (_, break_) => {
    const stage = await open()
    const back = resumed(stage.client)
    break_(stage)
    await back
    expect(kinds(stage)).toEqual(['identify /', 'resume /resume'])
    expect((await stage.anna.slash('request', { title: 'Dune' })).text()).toBe('Here')
  })

  it('is resumed over the same connection when only the session was declared invalid for now', async () => {
    const stage = await open()
    const back = resumed(stage.client)
    stage.discord.gateway.invalidate(true)
    await back
    expect(kinds(stage)).toEqual(['identify /', 'resume /'])
    expect((await stage.anna.slash('request', { title: 'Dune' })).text()).toBe('Here')
  })

  it('misses nothing: what happened meanwhile comes after the resume', async () => {
    const stage = await open()
    stage.discord.gateway.drop()
    await stage.discord.until(() => stage.discord.gateway.connected() === 0)
    const answer = await stage.anna.slash('request', { title: 'Dune' })
    expect(answer.text()).toBe('Here')
    expect(answer.tookMs).toBeGreaterThan(100)
    expect(kinds(stage)).toEqual(['identify /', 'resume /resume'])
  })

  it.each([
    ['an invalid session', (stage: Stage) => stage.discord.gateway.invalidate(false)],
    ['a session that timed out', (stage: Stage) => stage.discord.gateway.close(4009)],
  ])(
    'needs a new session after %s',
    async (_, break_) => {
      const stage = await open()
      const ready = new Promise((resolve) => stage.client.once(Events.ShardReady, resolve))
      break_(stage)
      await ready
      expect(kinds(stage).at(-1)).toBe('identify /')
      expect((await stage.anna.slash('request', { title: 'Dune' })).text()).toBe('Here')
    },
    30_000,
  )

  it('is found again after Discord itself was away, with all that it knew', async () => {
    const stage = await open()
    const port = Number(new URL(stage.discord.url).port)
    const ready = new Promise((resolve) => stage.client.once(Events.ShardReady, resolve))
    await stage.discord.stop()
    const again = await startDiscord({ world: stage.world, port, identifyEveryMs: 0 })
    onTestFinished(again.stop)
    await ready
    expect(again.gateway.entrances.map(({ kind, accepted }) => `${kind} ${accepted}`)).toEqual([
      'resume false',
      'identify true',
    ])
    const anna = again.as(stage.anna.user())
    expect((await anna.slash('request', { title: 'Dune' })).text()).toBe('Here')
  }, 30_000)

  it('is for good when the token is refused', async () => {
    const stage = await open()
    stage.client.on(Events.ShardError, () => undefined)
    stage.client.on(Events.Error, () => undefined)
    const lost = new Promise((resolve) => stage.client.once(Events.ShardDisconnect, resolve))
    stage.discord.gateway.close(4004)
    expect(await lost).toMatchObject({ code: 4004 })
    await sleep(600)
    expect(kinds(stage)).toEqual(['identify /'])
    expect((await stage.anna.slash('request', { title: 'Dune' })).kind).toBe('none')
  })
})

describe('the rules of the gateway', () => {
  it.each([
    ['an unknown opcode', 4001, (say: Say) => say(99, null)],
    ['too large a message', 4002, (say: Say) => say(1, 'x'.repeat(5_000))],
    ['something before IDENTIFY', 4003, (say: Say) => say(3, {})],
    ['a wrong token', 4004, (say: Say, stage: Stage) => say(2, { ...identity(stage), token: 'wrong' })],
    [
      'a second IDENTIFY',
      4005,
      (say: Say, stage: Stage) => {
        say(2, identity(stage))
        say(2, identity(stage))
      },
    ],
    ['an invalid shard', 4010, (say: Say, stage: Stage) => say(2, { ...identity(stage), shard: [1, 1] })],
    [
      'an intent that does not exist',
      4013,
      (say: Say, stage: Stage) => say(2, { ...identity(stage), intents: 1 << 29 }),
    ],
    [
      'a privileged intent',
      4014,
      (say: Say, stage: Stage) => say(2, { ...identity(stage), intents: GatewayIntentBits.MessageContent }),
    ],
    [
      'more than 120 messages in a minute',
      4008,
      (say: Say) => {
        for (let index = 0; index <= 120; index += 1) say(1, null)
      },
    ],
  ])('close after %s with %i', async (_, code, act) => {
    const stage = await openDiscord()
    const { say, closed } = await bare(stage)
    act(say, stage)
    expect(await closed).toBe(code)
  })

  it('want another version gone', async () => {
    const { closed } = await bare(await openDiscord(), '?v=9&encoding=json')
    expect(await closed).toBe(4012)
  })

  it('want heartbeats, and answer them', async () => {
    const stage = await openDiscord({ heartbeatMs: 80 })
    const { say, closed, received } = await bare(stage)
    expect(received[0]).toMatchObject({ op: 10, d: { heartbeat_interval: 80 } })
    for (let index = 0; index < 4; index += 1) {
      await sleep(50)
      say(1, null)
    }
    await stage.discord.until(() => received.filter(({ op }) => op === 11).length === 4)
    expect(await closed).toBe(4009)
  })

  it('refuse to resume what they do not know, or what is still to come', async () => {
    const stage = await openDiscord()
    const stranger = await bare(stage)
    stranger.say(6, { token: stage.discord.token, session_id: 'nothing', seq: 1 })
    await stage.discord.until(() => stranger.received.some(({ op, d }) => op === 9 && d === false))
    const first = await bare(stage)
    first.say(2, identity(stage))
    const ready = await stage.discord.until(() => first.received.find(({ t }) => t === 'READY'))
    const { session_id } = ready.d as { session_id: string }
    first.socket.terminate()
    const second = await bare(stage)
    second.say(6, { token: stage.discord.token, session_id, seq: 999 })
    expect(await second.closed).toBe(4007)
  })

  it('tell of channels, roles and servers that come and go, not of members without that intent', async () => {
    const { client, world, discord } = await open()
    const heard: unknown[] = []
    client.on(Events.Raw, ({ t }: { t: string }) => heard.push(t))
    world.addMember({ name: 'Bert' })
    const channel = world.addChannel({ name: 'requests' })
    await discord.until(() => client.channels.cache.has(channel.id))
    const role = world.addRole({ name: 'Keeper' })
    await discord.until(() => client.guilds.cache.first()?.roles.cache.has(role.id))
    world.removeChannel(channel)
    await discord.until(() => !client.channels.cache.has(channel.id))
    const away = world.addGuild({ name: 'Away', withBot: true })
    await discord.until(() => client.guilds.cache.get(away.id)?.name === 'Away')
    world.removeBot(away)
    await discord.until(() => !client.guilds.cache.has(away.id))
    expect(heard).toEqual([
      'CHANNEL_CREATE',
      'GUILD_ROLE_CREATE',
      'CHANNEL_DELETE',
      'GUILD_CREATE',
      'GUILD_DELETE',
    ])
  })
})

type Say = (op: number, d: unknown) => void
