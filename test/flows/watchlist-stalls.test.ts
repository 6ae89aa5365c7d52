import { afterEach, describe, expect, it } from 'vitest'
import { silent } from '../../sandbox/story/narrator.ts'
import { setUp } from '../../sandbox/story/set-up.ts'
import { MINUTE } from '../../src/platform/clock.ts'
import { databases, type House, openHouse } from '../support/house.ts'
import {
  cardOf,
  cards,
  feedState,
  hasten,
  hurry,
  removed,
  requested,
  settled,
  walked,
} from './support/watching.ts'

describe.each(databases)('feeds that can’t be trusted, on %s', (kind) => {
  let house: House
  afterEach(() => house.leave())

  it('lose nothing, and nothing is asked for twice', { timeout: 240_000 }, async () => {
    house = await openHouse(kind)
    const { stage, db } = house
    const { plex, accounts, discord } = stage
    const { anna } = accounts
    const berta = plex.addAccount({ name: 'berta' })
    plex.befriend(accounts.owner, berta)
    for (const title of ['Alien', 'Rocky', 'Psycho']) plex.watchlist.add(berta, title)
    await setUp(stage, silent)
    await walked(house, 'olga', 'anna_films', 'berta')
    await hurry(house)
    const becomes = (state: string) =>
      discord.until(async () => (await feedState(house, 'friends')) === state, 30_000)
    await becomes('open')
    const asked: string[] = []
    /** Somebody adds a film, which is asked for within seconds, and by nothing else. */
    const adds = async (who: typeof anna, title: string) => {
      plex.watchlist.add(who, title)
      asked.push(title)
      await cardOf(stage, title)
    }
    await adds(anna, 'Arrival')

    // It stands still: what it should have shown long ago is found by a look.
    plex.feeds.stall(true)
    plex.watchlist.add(anna, 'Gladiator')
    asked.push('Gladiator')
    await hasten(house, 'check-list')
    await cardOf(stage, 'Gladiator')
    await house.program().kill()
    await stage.pass(11 * MINUTE)
    await house.restart()
    await becomes('stalled')
    await adds(berta, 'Memento')
    // An hour later it stands where it stood.
    await hasten(house, 'read-feed')
    await discord.until(async () => {
      const work = await db
        .selectFrom('work')
        .select('dueAt')
        .where('job', '=', 'read-feed')
        .where('state', '=', 'open')
        .execute()
      return work.every(({ dueAt }) => dueAt > 1)
    }, 30_000)
    expect(await feedState(house, 'friends')).toBe('stalled')
    plex.feeds.stall(false)
    await hasten(house, 'read-feed')
    await becomes('open')
    await adds(anna, 'The Matrix')

    // It is kept for long on its way.
    plex.weather.feedCache = 'public, s-maxage=7200'
    await becomes('cached')
    await adds(berta, 'Troy')
    plex.weather.feedCache = 'public, s-maxage=10'
    await hasten(house, 'read-feed')
    await becomes('open')

    // It has another address; then it is refused.
    plex.feeds.forget(accounts.owner)
    await becomes('gone')
    await adds(anna, 'Shrek')
    await hasten(house, 'read-feed')
    await becomes('open')
    plex.rss.answer('GET', 401, 'no')
    await becomes('gone')
    await adds(berta, 'Saw')
    plex.rss.heal()
    await hasten(house, 'read-feed')
    await becomes('open')

    // A hiccup is no reason to doubt it, a long one is.
    plex.storage.answer('GET', 500, 'oops', 4)
    await adds(anna, 'Cars')
    expect(await feedState(house, 'friends')).toBe('open')
    plex.storage.html()
    await becomes('failing')
    await adds(berta, 'Avatar')
    plex.storage.heal()
    await becomes('open')
    plex.storage.cut('GET', 4)
    await adds(anna, 'Ratatouille')

    // It lacks who added it; then what it is.
    plex.weather.feedLacks.add('author')
    await adds(berta, 'Titanic')
    plex.weather.feedLacks.delete('author')
    plex.weather.feedLacks.add('guids')
    await adds(anna, 'Braveheart')
    plex.weather.feedLacks.delete('guids')
    await adds(berta, 'Batman')

    await settled(house)
    expect(await requested(house)).toEqual(asked.toSorted())
    expect(cards(stage)).toHaveLength(asked.length)
    expect(await removed(house)).toBe(0)
    expect(plex.violations).toEqual([])
  })
})
