import { REST } from '@discordjs/rest'
import { Routes } from 'discord.js'
import { describe, expect, it } from 'vitest'
import { openDiscord } from './support/bot.ts'

const open = async () => {
  const stage = await openDiscord()
  const { discord, world } = stage
  const rest = new REST({ api: discord.url }).setToken(discord.token)
  const raw = (path: string, body?: object, method = 'POST') =>
    fetch(`${discord.url}/v10${path}`, {
      method,
      headers: { authorization: `Bot ${discord.token}`, 'content-type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
  const path = Routes.channelMessages(world.general.id)
  return { ...stage, rest, raw, path }
}

describe('rations', () => {
  it('five messages in five seconds, told in the headers, then 429', async () => {
    const { raw, path, discord } = await open()
    const answers = []
    for (let index = 0; index < 6; index += 1) answers.push(await raw(path, { content: `${index}` }))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 429])
    expect(answers.map(({ headers }) => headers.get('x-ratelimit-remaining'))).toEqual([
      '4',
      '3',
      '2',
      '1',
      '0',
      '0',
    ])
    const { headers } = answers[5] ?? new Response()
    expect(Number(headers.get('x-ratelimit-reset-after'))).toBeGreaterThan(4)
    expect(headers.get('retry-after')).toBe('5')
    expect(headers.get('x-ratelimit-scope')).toBe('user')
    expect(await answers[5]?.json()).toEqual({
      message: 'You are being rate limited.',
      retry_after: expect.any(Number),
      global: false,
    })
    expect(discord.counters).toEqual({ requests: 6, limited: 1, invalid: 1 })
    discord.pass(5_000)
    expect((await raw(path, { content: 'again' })).status).toBe(200)
  })

  it('are kept by the real client without a single 429', async () => {
    const { rest, path, discord, world } = await open()
    const started = performance.now()
    await Promise.all(
      Array.from({ length: 6 }, (_, index) => rest.post(path, { body: { content: `${index}` } })),
    )
    expect(performance.now() - started).toBeGreaterThan(4_500)
    expect(discord.counters.limited).toBe(0)
    expect(discord.channel(world.general).messages()).toHaveLength(6)
  })

  it('fifty requests a second in all, but for interactions', async () => {
    const { raw, discord } = await open()
    const answers = await Promise.all(Array.from({ length: 60 }, () => raw('/users/@me', undefined, 'GET')))
    const limited = answers.filter(({ status }) => status === 429)
    expect(limited).toHaveLength(10)
    expect(limited[0]?.headers.get('x-ratelimit-global')).toBe('true')
    expect(await limited[0]?.json()).toMatchObject({ global: true })
    const callbacks = await Promise.all(
      Array.from({ length: 60 }, () => raw('/interactions/1/nothing/callback', { type: 5 })),
    )
    expect(new Set(callbacks.map(({ status }) => status))).toEqual(new Set([404]))
    expect(discord.counters.limited).toBe(10)
  })

  it('edits of messages older than an hour: three in twenty seconds', async () => {
    const { raw, path, discord } = await open()
    const { id } = (await (await raw(path, { content: 'x' })).json()) as { id: string }
    const edit = () => raw(`${path}/${id}`, { content: 'y' }, 'PATCH')
    discord.pass(59 * 60_000)
    for (let index = 0; index < 4; index += 1) expect((await edit()).status).toBe(200)
    discord.pass(2 * 60_000)
    const statuses = []
    for (let index = 0; index < 3; index += 1) statuses.push((await edit()).status)
    const refused = await edit()
    expect([...statuses, refused.status]).toEqual([200, 200, 200, 429])
    expect(await refused.json()).toMatchObject({ code: 30_046 })
    discord.pass(20_000)
    expect((await edit()).status).toBe(200)
  })
})

describe('ordered troubles', () => {
  it('a 429 is waited out by the real client', async () => {
    const { rest, path, discord, world } = await open()
    discord.rest.failNext('POST /channels', 429)
    const started = performance.now()
    await rest.post(path, { body: { content: 'x' } })
    expect(performance.now() - started).toBeGreaterThan(400)
    expect(discord.calls.map(({ status }) => status)).toEqual([429, 200])
    expect(discord.channel(world.general).messages()).toHaveLength(1)
  })

  it('an error, a cut, a lost answer, silence and slowness each look as they would', async () => {
    const { raw, path, discord, world } = await open()
    const count = () => discord.channel(world.general).messages().length
    discord.rest.failNext(/messages$/, 503)
    expect((await raw(path, { content: 'x' })).status).toBe(503)
    discord.rest.failNext(/messages$/, 'reset')
    await expect(raw(path, { content: 'x' })).rejects.toThrow('fetch failed')
    expect(count()).toBe(0)
    discord.rest.failNext(/messages$/, 'lost')
    await expect(raw(path, { content: 'x' })).rejects.toThrow('fetch failed')
    expect(count()).toBe(1)
    discord.rest.failNext('POST', 'hang')
    const hung = fetch(`${discord.url}/v10${path}`, { method: 'POST', signal: AbortSignal.timeout(100) })
    await expect(hung).rejects.toThrow('timeout')
    const undo = discord.rest.delay('POST', 200)
    const started = performance.now()
    await raw(path, { content: 'x' })
    expect(performance.now() - started).toBeGreaterThan(190)
    undo()
    expect(discord.calls.map(({ status }) => status)).toEqual([503, 0, 0, 0, 200])
  })

  it('unknown paths and wrong tokens are answered as Discord does', async () => {
    const { raw, discord } = await open()
    const unknown = await raw('/nothing', undefined, 'GET')
    expect([unknown.status, await unknown.json()]).toEqual([404, { message: '404: Not Found', code: 0 }])
    const wrong = await fetch(`${discord.url}/v10/users/@me`, { headers: { authorization: 'Bot wrong' } })
    expect([wrong.status, await wrong.json()]).toEqual([401, { message: '401: Unauthorized', code: 0 }])
    expect((await raw('/webhooks/1/wrong/messages/%40original', {}, 'PATCH')).status).toBe(404)
    expect(
      (await raw(`/webhooks/${discord.world.bot.id}/wrong/messages/%40original`, {}, 'PATCH')).status,
    ).toBe(401)
  })

  it('what waits in vain says for what, and what went on', async () => {
    const { raw, discord } = await open()
    await raw('/nothing', undefined, 'GET')
    await expect(discord.until(() => discord.calls.length > 5, 30)).rejects.toThrow(
      /Waited 30 ms for \(\) => discord\.calls\.length > 5[\s\S]*GET \/nothing 404/,
    )
  })
})

describe('checks', () => {
  it('are shown every body, and a breach is answered and recorded', async () => {
    const seen: unknown[] = []
    const { discord, world } = await openDiscord({
      checks: [
        (request) => {
          seen.push(request)
          return request.method === 'PATCH' ? [{ where: 'components.0.label', why: 'Too long.' }] : []
        },
      ],
    })
    const rest = new REST({ api: discord.url }).setToken(discord.token)
    const path = Routes.channelMessages(world.general.id)
    const { id } = (await rest.post(path, {
      body: { flags: 1 << 15, components: [{ type: 10, content: 'x' }] },
    })) as {
      id: string
    }
    const error = await rest
      .patch(`${path}/${id}`, { body: { components: [] } })
      .catch((failure: unknown) => failure)
    expect(error).toMatchObject({
      code: 50_035,
      rawError: { errors: { components: { 0: { label: { _errors: [{ message: 'Too long.' }] } } } } },
    })
    expect(discord.breaches).toEqual([
      { method: 'PATCH', path: `${path}/${id}`, where: 'components.0.label', why: 'Too long.' },
    ])
    expect(seen).toMatchObject([
      { route: '/channels/{channel_id}/messages', path, files: [] },
      { route: '/channels/{channel_id}/messages/{message_id}', original: { flags: 1 << 15 } },
    ])
  })
})
