import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connect, type Db } from '../../src/db/connect.ts'
import { migrate } from '../../src/db/migrate.ts'
import type { PartState } from '../../src/webhooks/deps.ts'
import { openDoor } from './support/door.ts'

let db: Db
beforeAll(async () => {
  db = connect({ kind: 'sqlite', path: ':memory:' })
  await migrate(db)
})
afterAll(() => db.destroy())

describe('/healthz', () => {
  it('says that the process lives, whatever is away', async () => {
    const parts = async () => Promise.reject(new Error('the database is away'))
    for (const web of [true, false]) {
      const answer = await openDoor(db, { parts }, { web }).app.inject('/healthz')
      expect([answer.statusCode, answer.json()]).toEqual([200, { ok: true }])
      expect(answer.headers['content-type']).toContain('application/json')
    }
  })
})

describe('/readyz', () => {
  const up: PartState = { up: true }
  const all = { database: up, redis: up, gateway: up }

  it('is 200 when every part is up, and asks anew each time', async () => {
    let asked = 0
    const parts = async () => {
      asked += 1
      return asked === 2 ? { ...all, redis: { up: false, detail: 'is away' } } : all
    }
    const { app } = openDoor(db, { parts }, { web: false })
    const answers = [await app.inject('/readyz'), await app.inject('/readyz'), await app.inject('/readyz')]
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 503, 200])
    expect(answers[0]?.json()).toEqual({ ready: true, parts: all })
  })

  it.each(['database', 'redis', 'gateway'])(
    'is 503 with each part’s state when the %s is away',
    async (name) => {
      const parts = { ...all, [name]: { up: false, detail: 'is away' } }
      const answer = await openDoor(db, { parts: async () => parts }).app.inject('/readyz')
      expect([answer.statusCode, answer.json()]).toEqual([503, { ready: false, parts }])
    },
  )

  it('that fails itself is an error like every other, without a word of why', async () => {
    const parts = () => Promise.reject(new Error('password=hunter2'))
    const door = openDoor(db, { parts })
    const answer = await door.app.inject('/readyz')
    expect(answer.statusCode).toBe(500)
    expect(answer.json()).toEqual({ error: { code: 'internal', message: expect.any(String) } })
    expect(answer.body).not.toContain('hunter2')
    expect(door.lines).toEqual([expect.objectContaining({ level: 'error', route: '/readyz' })])
    expect(JSON.stringify(door.lines)).not.toContain('hunter2')
  })
})

describe('/metrics', () => {
  it('is open without a token, in Prometheus’ text', async () => {
    const answer = await openDoor(db, {}, { web: false }).app.inject('/metrics')
    expect(answer.statusCode).toBe(200)
    expect(answer.headers['content-type']).toMatch(/^text\/plain; version=/)
    expect(answer.body).toMatch(/^# HELP usherr_/m)
    for (const name of ['work_open', 'job_seconds', 'webhooks_total', 'interaction_first_answer_seconds']) {
      expect(answer.body).toContain(`# TYPE usherr_${name} `)
    }
  })

  it.each([
    ['nothing', {}, 401],
    ['another', { authorization: 'Bearer scrape-mf' }, 401],
    ['an empty one', { authorization: 'Bearer ' }, 401],
    ['the token', { authorization: 'Bearer scrape-me' }, 200],
    ['the token in small letters', { authorization: 'bearer scrape-me' }, 200],
  ])('with a token, %s: %3$i', async (_, headers, status) => {
    const { app } = openDoor(db, { metricsToken: 'scrape-me' })
    const answer = await app.inject({ url: '/metrics', headers })
    expect(answer.statusCode).toBe(status)
    if (status === 401) expect(answer.json().error.code).toBe('unauthorised')
  })
})

describe('every route', () => {
  it('declares who may come in, and there are no others than the contract’s', async () => {
    const take = async () => ({})
    const door = openDoor(db, { interactions: { publicKey: '00'.repeat(32), take } })
    await door.app.ready()
    const routes = door.app.printRoutes({ commonPrefix: false, includeHooks: false })
    const names = routes.match(/\S+ \([A-Z, ]+\)/g) ?? []
    expect(names.map((name) => name.replace(/^[^a-z/:]+/, '')).sort()).toEqual(
      [
        '/healthz (GET)',
        '/interactions (POST)',
        '/metrics (GET)',
        '/readyz (GET)',
        '/webhooks/radarr/:instance (POST, PUT)',
        '/webhooks/sonarr/:instance (POST, PUT)',
      ].sort(),
    )
  })

  it('that declares nobody is not opened', () => {
    const { app } = openDoor(db)
    expect(() => app.get('/secret', () => 'here')).toThrow('route /secret declares no policy')
  })

  it('but the first three belongs to the role web', async () => {
    const { app } = openDoor(
      db,
      { interactions: { publicKey: '00'.repeat(32), take: async () => ({}) } },
      { web: false },
    )
    for (const url of ['/webhooks/radarr/x', '/webhooks/sonarr/x', '/interactions']) {
      expect((await app.inject({ method: 'POST', url, payload: '{}' })).statusCode).toBe(404)
    }
  })

  it.each([
    ['GET', '/'],
    ['GET', '/webhooks/radarr/x'],
    ['DELETE', '/webhooks/radarr/x'],
    ['POST', '/healthz'],
    ['HEAD', '/healthz'],
    ['POST', '/interactions'],
    ['GET', '/webhooks'],
    ['GET', '/../../etc/passwd'],
  ] as const)('and nothing else is there: %s %s', async (method, url) => {
    const answer = await openDoor(db).app.inject({ method, url })
    expect(answer.statusCode).toBe(404)
    if (method !== 'HEAD') expect(answer.json().error.code).toBe('not-found')
  })
})
