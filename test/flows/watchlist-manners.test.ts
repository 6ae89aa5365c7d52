import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { freePort } from '../../sandbox/free-port.ts'
import type { Program } from '../../sandbox/program.ts'
import { silent } from '../../sandbox/story/narrator.ts'
import { setUp } from '../../sandbox/story/set-up.ts'
import { SECOND } from '../../src/platform/clock.ts'
import { databases, type House, openHouse } from '../support/house.ts'
import { cardOf, cards, feedState, hurry, removed, requested, settled, walked } from './support/watching.ts'

const PAUSE_S = 20

describe.each(databases)('the manners towards Plex, on %s', (kind) => {
  let house: House
  afterEach(() => house.leave())

  it('asked by one service to wait, none of them is asked, even after a restart', {
    timeout: 120_000,
  }, async () => {
    house = await openHouse(kind)
    const { stage } = house
    const { plex, accounts, discord } = stage
    const berta = plex.addAccount({ name: 'berta' })
    plex.befriend(accounts.owner, berta)
    await setUp(stage, silent)
    await walked(house, 'berta', 'anna_films', 'olga')
    await hurry(house)
    await discord.until(async () => (await feedState(house, 'friends')) === 'open', 30_000)

    plex.storage.answer('GET', 429, 'slow down', 1, { 'retry-after': String(PAUSE_S) })
    const asked = await discord.until(() => plex.storage.calls.find(({ status }) => status === 429), 20_000)
    const from = asked?.at ?? 0
    await discord.until(async () => {
      const pace = await house.db.selectFrom('paces').select('pausedUntil').executeTakeFirst()
      return pace?.pausedUntil
    })
    plex.watchlist.add(berta, 'Arrival')
    await house.program().kill()
    await house.restart()
    await cardOf(stage, 'Arrival')
    const calls = (await plex.log()).filter(({ host, at }) => host !== 'media' && at > from)
    // What was on its way when the answer came is not counted.
    const early = calls.filter(({ at }) => at > from + SECOND && at < from + PAUSE_S * SECOND)
    expect(early).toEqual([])
    await settled(house)
    expect(await requested(house)).toEqual(['Arrival'])
  })
})

describe('two workers of watchlists on one PostgreSQL', () => {
  let house: House
  let folder: string
  const others: Program[] = []
  afterEach(async () => {
    for (const program of others.splice(0)) expect(await program.stop()).toBe(0)
    await house.leave()
    await rm(folder, { recursive: true, force: true })
  })

  it('read each list and feed once, and ask once', { timeout: 180_000 }, async () => {
    folder = await mkdtemp(join(tmpdir(), 'usherr-workers-'))
    const webPort = await freePort()
    house = await openHouse('postgres', {
      SECRET_KEY: Buffer.alloc(32, 7).toString('base64'),
      PUBLIC_URL: `http://127.0.0.1:${webPort}`,
      ROLES: 'bot',
    })
    const { stage, db } = house
    const start = async (role: string, port: number) =>
      stage.start({ ROLES: role, HTTP_PORT: String(port), DATA_DIR: join(folder, role + port) })
    others.push(
      ...(await Promise.all([
        start('worker', await freePort()),
        start('worker', await freePort()),
        start('web', webPort),
      ])),
    )
    const { plex, accounts, discord, radarr } = stage
    const friends = ['berta', 'clara', 'doris'].map((name) => plex.addAccount({ name }))
    for (const friend of friends) plex.befriend(accounts.owner, friend)
    await setUp(stage, silent)
    await walked(house, 'olga', 'anna_films', 'berta', 'clara', 'doris')
    await hurry(house)
    await discord.until(async () => (await feedState(house, 'friends')) === 'open', 30_000)
    const films = ['Arrival', 'Alien', 'Rocky', 'Gladiator']
    for (const title of films) for (const friend of friends) plex.watchlist.add(friend, title)
    for (const title of films) await cardOf(stage, title, 'berta', 'clara', 'doris')
    await settled(house)
    expect(await requested(house)).toEqual(films.toSorted())
    expect(cards(stage)).toHaveLength(films.length)
    const open = await db
      .selectFrom('work')
      .select(['job', 'subject'])
      .where('job', 'in', ['read-feed', 'check-list', 'walk-list'])
      .where('state', '=', 'open')
      .execute()
    expect(new Set(open.map(({ job, subject }) => `${job} ${subject}`)).size).toBe(open.length)
    const reads = plex.storage.calls.length
    await new Promise((resolve) => setTimeout(resolve, 6 * SECOND))
    // Two feeds, each second.
    expect(plex.storage.calls.length - reads).toBeLessThan(2 * 8)
    expect(await removed(house)).toBe(0)
    expect(radarr.state.movies).toEqual([])
  })
})
