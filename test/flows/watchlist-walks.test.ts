import { readFile } from 'node:fs/promises'
import { afterEach, describe, expect, it } from 'vitest'
import type { Call } from '../../sandbox/kit/calls.ts'
import type { Stage } from '../../sandbox/stage.ts'
import { silent } from '../../sandbox/story/narrator.ts'
import { setUp } from '../../sandbox/story/set-up.ts'
import { databases, type House, openHouse } from '../support/house.ts'
import { approve } from './support/shows.ts'
import { cardOf, cards, hurry, removed, requested, settled, walkAll, walked } from './support/watching.ts'

const MIB = 1024 * 1024

/** Puts so many films that nothing else knows on a list, the newest first. */
const fill = ({ plex }: Stage, account: Stage['accounts']['anna'], count: number): void => {
  const now = Date.now()
  account.watchlist = Array.from({ length: count }, (_, at) => {
    const { key } = plex.addTitle({
      kind: 'movie',
      title: `${account.title} ${at}`,
      ids: { tmdb: 50_000_000 + account.id + at },
    })
    return { plexKey: key, addedAt: now - (at + 1) * 1_000 }
  })
}

const memoryOf = async (pid: number): Promise<number> => {
  const [, kib] = /VmRSS:\s+(\d+)/.exec(await readFile(`/proc/${pid}/status`, 'utf8')) ?? []
  return Number(kib) * 1024
}

const isLaterPage = ({ body, search }: Call): boolean =>
  (body as { variables?: { after?: string | null } } | undefined)?.variables?.after != null ||
  /X-Plex-Container-Start=[1-9]/.test(search)

describe.each(databases)('walks through whole watchlists, on %s', (kind) => {
  let house: House
  afterEach(() => house.leave())

  it('conclude that something was taken off from two complete ones alone', { timeout: 240_000 }, async () => {
    house = await openHouse(kind, { CLOCK_RATE: '20' })
    const { stage } = house
    const { plex, accounts, discord, radarr } = stage
    const { owner } = accounts
    owner.plexPass = false
    const berta = plex.addAccount({ name: 'berta' })
    plex.befriend(owner, berta)
    for (const account of [owner, berta]) fill(stage, account, 250)
    plex.weather.overlap = 3
    await setUp(stage, silent)
    // No walk through the owner’s list sees each entry once; three of them together have to do.
    for (const _ of [1, 2, 3]) await walkAll(house)
    await walked(house, 'olga', 'berta', 'anna_films')
    plex.weather.overlap = 0
    await hurry(house)
    const items = () => house.db.selectFrom('watchItems').select('id').execute()
    expect(await items()).toHaveLength(500)
    expect(await requested(house)).toEqual([])

    // Two are asked for; one of them is approved.
    plex.watchlist.add(berta, 'Arrival')
    plex.watchlist.add(owner, 'Alien')
    plex.watchlist.add(owner, 'Rocky')
    for (const title of ['Arrival', 'Alien', 'Rocky']) await cardOf(stage, title)
    await approve(stage, 'Rocky')
    await discord.until(() => radarr.adds(1366).effective === 1, 20_000)
    await walkAll(house)

    // Whatever a page is like, what it doesn't show is still there.
    for (const host of [plex.discover, plex.community]) {
      host.answer(isLaterPage, 429, 'slow down', 1, { 'retry-after': '3' })
      host.answer(isLaterPage, 429, 'slow down', 1, {
        'retry-after': new Date(Date.now() + 4_000).toUTCString(),
        date: new Date().toUTCString(),
      })
    }
    await walkAll(house)
    const weathers: ((host: typeof plex.discover) => void)[] = [
      (host) => host.answer(isLaterPage, 500, 'oops', 1),
      (host) => host.cut(isLaterPage, 1),
      (host) => host.answer(isLaterPage, 200, '<html>Sign in</html>', 1),
      (host) => host.answer(isLaterPage, 200, { MediaContainer: {}, data: { userV2: null } }, 1),
    ]
    for (const weather of weathers) {
      for (const host of [plex.discover, plex.community]) weather(host)
      await walkAll(house)
      for (const host of [plex.discover, plex.community]) host.heal()
    }
    expect(await removed(house)).toBe(0)

    // What moves up between two pages is missed once.
    plex.discover.after(isLaterPage, () => plex.watchlist.remove(owner, 'olga 30'), 1)
    plex.community.after(isLaterPage, () => plex.watchlist.remove(berta, 'berta 30'), 1)
    await walkAll(house)
    expect(await removed(house)).toBe(0)
    await walkAll(house)
    expect(await removed(house)).toBe(0)
    await walkAll(house)
    expect(await removed(house)).toBe(2)

    // Nobody decided on one of these; the other goes its way.
    plex.watchlist.remove(owner, 'Alien')
    plex.watchlist.remove(owner, 'Rocky')
    await walkAll(house)
    expect(await removed(house)).toBe(2)
    await cardOf(stage, 'Alien', 'Approve')
    await walkAll(house)
    expect(await removed(house)).toBe(4)
    await cardOf(stage, 'Alien', 'Withdrawn')
    expect(radarr.adds(1366)).toEqual({ attempts: 1, effective: 1 })
    expect(cards(stage).find((text) => text.includes('Rocky'))).toContain('Approved')

    // Back on the list is asked for again.
    plex.watchlist.add(owner, 'Alien')
    await discord.until(() => cards(stage).filter((text) => text.includes('Alien')).length === 2, 30_000)
    await settled(house)
    expect(await requested(house)).toEqual(['Alien', 'Alien', 'Arrival', 'Rocky'])
    expect(plex.violations).toEqual([])
  })

  it('come to the end of a long list, and what is added meanwhile is noticed', {
    timeout: 240_000,
  }, async () => {
    house = await openHouse(kind, { CLOCK_RATE: '100' })
    const { stage, db } = house
    const { plex, accounts, discord } = stage
    accounts.owner.plexPass = false
    const berta = plex.addAccount({ name: 'berta' })
    plex.befriend(accounts.owner, berta)
    const length = 20_000
    fill(stage, berta, length)
    await setUp(stage, silent)
    await hurry(house)
    const seen = async () =>
      (
        await db
          .selectFrom('watchLists')
          .innerJoin('plexAccounts', 'plexAccounts.plexId', 'watchLists.plexId')
          .select('passSeen')
          .where('username', '=', 'berta')
          .executeTakeFirst()
      )?.passSeen ?? 0
    await discord.until(async () => (await seen()) >= length / 4, 60_000)
    const before = await memoryOf(house.program().pid)
    const added = ['Arrival', 'Alien', 'Rocky']
    for (const title of added) plex.watchlist.add(berta, title)
    for (const title of added) await cardOf(stage, title)
    expect(await seen()).toBeLessThan(length)
    await walked(house, 'berta')
    expect(await seen()).toBe(length)
    expect((await memoryOf(house.program().pid)) - before).toBeLessThan(150 * MIB)
    await settled(house)
    expect(await requested(house)).toEqual(added.toSorted())
  })
})
