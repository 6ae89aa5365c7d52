import type { InjectOptions } from 'fastify'
import { beforeAll, expect, it } from 'vitest'
import { everything } from '../actions/support/desk.ts'
import { type Ledger, onEachDatabase } from '../db/support/ledger.ts'
import { arrivalsOf, basic, type Door, knownInstance, openDoor, SECRET } from './support/door.ts'

const HOUR = 3_600_000
const grab = { eventType: 'Grab', movie: { id: 1, tmdbId: 42 }, release: { size: 5 } }

/** A server and an instance for every test of a file's block. */
const arrange = (ledger: Ledger) => {
  const found = {} as { door: Door; id: string; url: string }
  beforeAll(async () => {
    Object.assign(found, { door: openDoor(ledger.db), ...(await knownInstance(ledger.db)) })
  })
  const send = async (body: unknown, more: InjectOptions = {}) =>
    found.door.app.inject({
      method: 'POST',
      url: found.url,
      headers: { 'x-usherr-secret': SECRET, 'content-type': 'application/json' },
      payload: typeof body === 'string' ? body : JSON.stringify(body),
      ...more,
    })
  return { found, send }
}

onEachDatabase('who may send webhooks', (ledger) => {
  const { found, send } = arrange(ledger)
  const plain = { 'content-type': 'application/json' }

  it.each([
    ['nothing', {}],
    ['a wrong header', { 'x-usherr-secret': `${SECRET}x` }],
    ['an empty header', { 'x-usherr-secret': '' }],
    ['a wrong password', { authorization: basic('usherr', 'guess') }],
    ['another user', { authorization: basic('admin', SECRET) }],
    ['only a user', { authorization: basic('usherr', '') }],
    ['the secret as a bearer', { authorization: `Bearer ${SECRET}` }],
    ['half a header', { authorization: 'Basic' }],
    ['a password that is no base64', { authorization: 'Basic %%%' }],
    [
      'a wrong header beside the right password',
      { 'x-usherr-secret': 'no', authorization: basic('usherr', SECRET) },
    ],
  ])('%s: 401, and nothing is stored', async (_, headers) => {
    const before = await everything(ledger.db)
    const answer = await send(grab, { headers: { ...plain, ...headers } })
    expect(answer.statusCode).toBe(401)
    expect(answer.json()).toEqual({ error: { code: 'unauthorised', message: expect.any(String) } })
    expect(await everything(ledger.db)).toEqual(before)
  })

  it('who offers nothing hears 401 for what does not exist, and for bodies that nobody reads', async () => {
    for (const url of ['/webhooks/radarr/none', '/webhooks/sonarr/none']) {
      expect((await send(grab, { url, headers: plain })).statusCode).toBe(401)
    }
    expect((await send('no json', { headers: plain })).statusCode).toBe(401)
  })

  it.each([
    ['the header', { 'x-usherr-secret': SECRET }],
    ['HTTP Basic', { authorization: basic('usherr', SECRET) }],
    ['HTTP Basic in small letters', { authorization: basic('usherr', SECRET).replace('Basic', 'basic') }],
  ])('%s opens, by POST and by PUT, with a slash at the end or without', async (name, headers) => {
    for (const method of ['POST', 'PUT'] as const) {
      for (const url of [found.url, `${found.url}/`]) {
        const event = { ...grab, from: [name, method, url] }
        expect((await send(event, { method, url, headers })).statusCode).toBe(202)
      }
    }
  })

  it('a password may hold colons and letters beyond ASCII', async () => {
    const { digest } = await import('../../src/platform/crypto.ts')
    const { url } = await knownInstance(ledger.db, { hookDigest: digest('a:b:ü') })
    const latin = Buffer.from('usherr:a:b:ü', 'latin1').toString('base64')
    expect((await send(grab, { url, headers: { authorization: `Basic ${latin}` } })).statusCode).toBe(202)
  })

  it('404 for what is unknown, removed, or of the other kind', async () => {
    const removed = await knownInstance(ledger.db, { state: 'removed' })
    const sonarr = await knownInstance(ledger.db, { kind: 'sonarr' })
    const wrong = sonarr.url.replace('sonarr', 'radarr')
    for (const url of [
      removed.url,
      wrong,
      `${found.url}x`,
      '/webhooks/radarr/%00',
      '/webhooks/radarr/%F0%9F',
      `/webhooks/radarr/${'x'.repeat(101)}`,
    ]) {
      const answer = await send(grab, { url })
      expect([url, answer.statusCode]).toEqual([url, 404])
      expect(Object.keys(answer.json())).toEqual(['error'])
    }
    expect((await send(grab, { url: sonarr.url })).statusCode).toBe(202)
  })

  it('a draft may, for its live test calls us', async () => {
    const { id, url } = await knownInstance(ledger.db, { state: 'draft' })
    expect((await send({ eventType: 'Test' }, { url })).statusCode).toBe(202)
    expect(await arrivalsOf(ledger.db, id)).toHaveLength(1)
  })

  it('the log has a line for what was taken, and the secret nowhere', () => {
    const lines = found.door.lines.filter(({ event }) => event === 'webhook')
    expect(lines.length).toBeGreaterThan(10)
    expect(lines[0]).toMatchObject({
      name: 'radarr',
      outcome: 'stored',
      eventType: 'Grab',
      instanceId: found.id,
    })
    expect(JSON.stringify(found.door.lines)).not.toContain(SECRET)
    expect(found.door.lines.filter(({ level }) => level === 'error')).toEqual([])
  })
})

onEachDatabase('what is taken', (ledger) => {
  const { found, send } = arrange(ledger)
  const stored = async () => (await arrivalsOf(ledger.db, found.id)).length

  it('is there when it is answered: 202, one row, one event, a count', async () => {
    const answer = await send(grab)
    expect([answer.statusCode, answer.json()]).toEqual([202, {}])
    const [row, ...more] = await arrivalsOf(ledger.db, found.id)
    expect(more).toEqual([])
    expect(row).toMatchObject({ eventType: 'Grab', receivedAt: found.door.clock.now(), processedAt: null })
    expect(JSON.parse(row?.body ?? '')).toEqual(grab)
    const events = await ledger.db
      .selectFrom('outbox')
      .selectAll()
      .where('subject', '=', row?.id ?? '')
      .execute()
    expect(events.map(({ name }) => name)).toEqual(['arr.reported'])
    expect(await found.door.metrics.text()).toContain(
      'usherr_webhooks_total{name="radarr",outcome="stored"} 1',
    )
  })

  it('is the same again in another order of keys and with other spaces', async () => {
    const before = await stored()
    const { eventType, release } = grab
    const other = JSON.stringify({ release, movie: { tmdbId: 42, id: 1 }, eventType }, undefined, 3)
    for (const body of [grab, other]) expect((await send(body)).statusCode).toBe(202)
    expect(await stored()).toBe(before)
    expect(await found.door.metrics.text()).toContain(
      'usherr_webhooks_total{name="radarr",outcome="repeat"} 2',
    )
  })

  it('is something else with another value, from another instance, or with its list in another order', async () => {
    const before = await stored()
    await send({ ...grab, release: { size: 6 } })
    await send({ ...grab, tags: [1, 2] })
    await send({ ...grab, tags: [2, 1] })
    expect(await stored()).toBe(before + 3)
    const other = await knownInstance(ledger.db)
    await send(grab, { url: other.url })
    expect(await arrivalsOf(ledger.db, other.id)).toHaveLength(1)
  })

  it.each([
    'Grab',
    'Download',
    'MovieAdded',
    'MovieDelete',
    'MovieFileDelete',
    'SeriesAdd',
    'EpisodeFileDelete',
  ])('%s happens once for ever', async (eventType) => {
    const event = { eventType, nr: 1 }
    await send(event)
    const before = await stored()
    found.door.clock.pass(400 * 24 * HOUR)
    expect((await send(event)).statusCode).toBe(202)
    expect(await stored()).toBe(before)
  })

  it.each(['Health', 'HealthRestored', 'Test', 'ApplicationUpdate', 'Rename', 'Whatever'])(
    '%s happens again after an hour',
    async (eventType) => {
      const event = { eventType, nr: 2 }
      const before = await stored()
      // Not on the hour of the clock on the wall.
      found.door.clock.pass(0.7 * HOUR)
      await send(event)
      for (const wait of [0, HOUR / 2, HOUR / 2 - 1]) {
        found.door.clock.pass(wait)
        await send(event)
      }
      expect(await stored()).toBe(before + 1)
      found.door.clock.pass(1)
      await send(event)
      expect(await stored()).toBe(before + 2)
    },
  )

  it('twenty at once are one', async () => {
    const before = await stored()
    const answers = await Promise.all(Array.from({ length: 20 }, () => send({ ...grab, at: 'once' })))
    expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([202]))
    expect(await stored()).toBe(before + 1)
  })

  it.each([
    ['an event that nobody knows', { eventType: 'Zzz', extra: { deep: [1, { more: null }] } }, 'Zzz'],
    ['no event type', { movie: 1 }, 'unknown'],
    ['an event type that is no text', { eventType: 7 }, 'unknown'],
    ['an empty event type', { eventType: '' }, 'unknown'],
    ['an endless event type', { eventType: 'x'.repeat(101) }, 'unknown'],
    ['an event type with a control sign', { eventType: 'Gr\u0000ab' }, 'unknown'],
    ['nothing at all', {}, 'unknown'],
    ['a prototype', JSON.parse('{"__proto__":{"eventType":"Grab"},"constructor":1}'), 'unknown'],
  ])('%s: 202, stored, ignored', async (_, event, eventType) => {
    const { id, url } = await knownInstance(ledger.db)
    expect((await send(event, { url })).statusCode).toBe(202)
    const rows = await arrivalsOf(ledger.db, id)
    expect(rows.map((row) => row.eventType)).toEqual([eventType])
    expect(JSON.parse(rows[0]?.body ?? '')).toEqual(event)
  })

  it.each([
    ['application/json; charset=utf-8'],
    ['application/vnd.radarr+json'],
    ['text/plain'],
    ['application/x-www-form-urlencoded'],
    ['APPLICATION/JSON'],
    ['nonsense'],
  ])('comes as %s as well', async (type) => {
    const headers = { 'x-usherr-secret': SECRET, 'content-type': type }
    expect((await send({ ...grab, type }, { headers })).statusCode).toBe(202)
  })

  it('comes without a type as well', async () => {
    expect((await send({ ...grab, type: null }, { headers: { 'x-usherr-secret': SECRET } })).statusCode).toBe(
      202,
    )
  })
})
