import { afterEach, describe, expect, it } from 'vitest'
import { silent } from '../../sandbox/story/narrator.ts'
import { setUp } from '../../sandbox/story/set-up.ts'
import { SECOND } from '../../src/platform/clock.ts'
import { databases, type House, openHouse } from '../support/house.ts'
import { cardOf, hurry, link, requested, settled, walked } from './support/watching.ts'

type Body = { operationName?: string; variables?: { user?: { id?: string }; first?: number } }

describe.each(databases)('watchlists without a Plex Pass, on %s', (kind) => {
  let house: House
  afterEach(() => house.leave())

  it('are looked at by one small call each, and by more only when they changed', {
    timeout: 120_000,
  }, async () => {
    house = await openHouse(kind)
    const { stage } = house
    const { plex, accounts, anna } = stage
    accounts.owner.plexPass = false
    const berta = plex.addAccount({ name: 'berta' })
    const clara = plex.addAccount({ name: 'clara' })
    for (const friend of [berta, clara]) plex.befriend(accounts.owner, friend)
    for (const title of ['Alien', 'Rocky', 'Psycho']) plex.watchlist.add(berta, title)
    await setUp(stage, silent)
    await link(stage, anna, accounts.anna)
    await walked(house, 'olga', 'anna_films', 'berta', 'clara')
    await hurry(house)
    await stage.discord.until(() => plex.community.calls.length > 8, 30_000)

    const looks = () =>
      plex.community.calls
        .map(({ body }) => body as Body)
        .filter(({ operationName }) => operationName === 'GetWatchlistHub')
    const own = () => plex.discover.calls.filter(({ path }) => path.endsWith('/watchlist/all'))
    const feeds = () => plex.discover.calls.filter(({ path }) => path === '/rss')
    const before = { looks: looks().length, own: own().length, feeds: feeds().length }
    const CYCLES = 3
    const since = Date.now()
    const by = ({ uuid }: { uuid: string }) =>
      looks()
        .slice(before.looks)
        .filter(({ variables }) => variables?.user?.id === uuid)
    const ownSince = () => own().slice(before.own)
    await stage.discord.until(
      () => [berta, clara].every((friend) => by(friend).length >= CYCLES) && ownSince().length >= 2 * CYCLES,
      60_000,
    )
    // Four lists, one call a second for all of them, a tenth sooner at most; and one look that was due as it began.
    const most = Math.ceil((Date.now() - since) / (0.9 * 4 * SECOND)) + 1
    for (const friend of [berta, clara]) {
      expect(by(friend).length).toBeLessThanOrEqual(most)
      expect(new Set(by(friend).map(({ variables }) => variables?.first))).toEqual(new Set([2]))
    }
    // The owner’s list, and that of Anna, who signed in herself.
    const owns = ownSince()
    expect(owns.length).toBeLessThanOrEqual(2 * most)
    expect(new Set(owns.map(({ status }) => status))).toEqual(new Set([304]))
    expect(feeds().length).toBe(before.feeds)

    plex.watchlist.add(berta, 'Arrival')
    plex.watchlist.add(accounts.anna, 'Arrival')
    await cardOf(stage, 'Arrival', 'berta', `<@${anna.id}>`)
    plex.watchlist.add(accounts.owner, 'Blade Runner')
    await cardOf(stage, 'Blade Runner')
    await settled(house)
    expect(await requested(house)).toEqual(['Arrival', 'Blade Runner'])
  })
})
