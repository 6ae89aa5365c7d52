import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, describe, expect, it } from 'vitest'
import { approveFilm, askForFilm, FILM } from '../../sandbox/story/ask-for-a-film.ts'
import { silent } from '../../sandbox/story/narrator.ts'
import { setUp } from '../../sandbox/story/set-up.ts'
import { databases, type House, openHouse } from '../support/house.ts'

const MANY = 300

/** Sends webhooks as Radarr does, all at once and each with news of its own; answers with the statuses; `refused` is a connection that wasn't taken. */
const storm = async ({ stage }: House): Promise<(number | 'refused')[]> => {
  const [connection] = stage.radarr.state.connections
  if (connection === undefined) throw new Error('Radarr has no webhook')
  const { url, username, password } = connection.settings
  const authorization = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`
  const grab = (downloadId: string) => ({
    eventType: 'Grab',
    movie: { id: 1, title: FILM.title, tmdbId: FILM.tmdbId },
    downloadId,
  })
  return Promise.all(
    Array.from({ length: MANY }, async (_, index) => {
      const headers = { authorization, 'content-type': 'application/json' }
      const body = JSON.stringify(grab(`storm-${index}`))
      return fetch(String(url), { method: 'POST', headers, body }).then(
        ({ status }) => status,
        () => 'refused' as const,
      )
    }),
  )
}

const stored = async ({ db }: House): Promise<{ all: number; read: number }> => {
  const rows = await db.selectFrom('inbox').select(['body', 'processedAt']).execute()
  const grabs = rows.filter(({ body }) => body.includes('storm-'))
  return { all: grabs.length, read: grabs.filter(({ processedAt }) => processedAt !== null).length }
}

const waitUntilRead = (house: House, count: number) =>
  house.stage.discord.until(async () => (await stored(house)).read === count, 60_000)

describe.each(databases)('a storm of webhooks, on %s', (kind) => {
  let house: House
  afterEach(() => house.leave())

  it('is taken whole though the program is asked to stop in it', { timeout: 240_000 }, async () => {
    house = await openHouse(kind)
    const { stage } = house
    await setUp(stage, silent)
    await askForFilm(stage, silent)
    await approveFilm(stage, silent)
    const answers = storm(house)
    await stage.discord.until(async () => (await stored(house)).all > 0)
    const asked = performance.now()
    expect(await house.program().stop()).toBe(0)
    expect(performance.now() - asked).toBeLessThan(12_000)
    const others = (await answers).filter((answer) => answer !== 202)
    for (const other of others) expect([503, 'refused']).toContain(other)
    const { all } = await stored(house)
    expect(all).toBeGreaterThanOrEqual(MANY - others.length)
    await house.restart()
    await waitUntilRead(house, all)
  })
})

describe('a storm of webhooks while something else writes to the SQLite file', () => {
  it('is taken whole', { timeout: 240_000 }, async () => {
    const house = await openHouse('sqlite')
    try {
      await setUp(house.stage, silent)
      const other = new Database(join(house.dataDir, 'usherr.db'))
      other.exec('begin immediate')
      const answers = storm(house)
      await new Promise((resolve) => setTimeout(resolve, 2_000))
      other.exec('commit')
      other.close()
      expect(new Set(await answers)).toEqual(new Set([202]))
      await waitUntilRead(house, MANY)
    } finally {
      await house.leave()
    }
  })
})
