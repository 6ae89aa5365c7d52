import { afterEach, describe, expect, it } from 'vitest'
import { silent } from '../../sandbox/story/narrator.ts'
import { setUp } from '../../sandbox/story/set-up.ts'
import { HOUR, SECOND } from '../../src/platform/clock.ts'
import { databases, type House, openHouse } from '../support/house.ts'
import {
  begin,
  cardOf,
  cards,
  feedState,
  hasten,
  hurry,
  link,
  removed,
  requested,
  settled,
  walkAll,
  walked,
} from './support/watching.ts'

describe.each(databases)('what people have already, on %s', (kind) => {
  let house: House
  afterEach(() => house.leave())

  it('isn’t asked for; what nobody can tell is', { timeout: 180_000 }, async () => {
    house = await openHouse(kind)
    const { stage, db } = house
    const { plex, accounts, anna, server, discord } = stage
    const berta = plex.addAccount({ name: 'berta' })
    plex.befriend(accounts.owner, berta)
    const elsewhere = plex.addServer({ owner: berta, name: 'Attic' })
    plex.share(elsewhere, accounts.anna)
    plex.hold(server, 'Arrival')
    plex.hold(elsewhere, 'Alien')
    await setUp(stage, silent)
    await link(stage, anna, accounts.anna)
    await walked(house, 'olga', 'anna_films', 'berta')
    await hurry(house)
    await discord.until(async () => (await feedState(house, 'friends')) === 'open', 30_000)
    const became = async (name: string) => {
      const row = await discord.until(
        () =>
          db
            .selectFrom('watchItems')
            .innerJoin('titles', 'titles.id', 'watchItems.titleId')
            .select(['watchItems.state', 'watchItems.reason'])
            .where('titles.name', '=', name)
            .where('watchItems.state', '!=', 'new')
            .executeTakeFirst(),
        30_000,
      )
      return { state: row?.state, ...JSON.parse(row?.reason ?? '{}') }
    }

    plex.watchlist.add(berta, 'Arrival')
    expect(await became('Arrival')).toEqual({ state: 'here', code: 'here', server: 'Den Server' })
    // Anna reaches a server that the home knows nothing of.
    plex.watchlist.add(accounts.anna, 'Alien')
    expect(await became('Alien')).toEqual({ state: 'here', code: 'here', server: 'Attic' })

    // A server that is away proves nothing.
    plex.hold(server, 'Rocky')
    const media = await plex.mediaServer(server)
    await media.down()
    plex.watchlist.add(berta, 'Rocky')
    await cardOf(stage, 'Rocky')
    await media.up()
    media.hang()
    plex.hold(server, 'Psycho')
    plex.watchlist.add(berta, 'Psycho')
    await cardOf(stage, 'Psycho')
    media.heal()

    // Plex does not know yet what it is elsewhere.
    const fresh = plex.addTitle({ kind: 'movie', title: 'Memento Again' })
    plex.watchlist.add(berta, fresh)
    expect(await became('Memento Again')).toEqual({ state: 'skipped', code: 'ids-missing' })
    fresh.ids = { tmdb: 77 }
    await db.updateTable('titles').set({ idsDue: 1 }).where('name', '=', 'Memento Again').execute()
    await begin(house, 'watch-lists')
    await cardOf(stage, 'Memento')
    await settled(house)
    expect(cards(stage)).toHaveLength(3)
    expect(await removed(house)).toBe(0)
  })

  it('a clock that is an hour ahead, then set back, changes nothing', { timeout: 180_000 }, async () => {
    house = await openHouse(kind)
    const { stage } = house
    const { plex, accounts, discord } = stage
    const berta = plex.addAccount({ name: 'berta' })
    plex.befriend(accounts.owner, berta)
    for (const title of ['Alien', 'Rocky', 'Psycho']) plex.watchlist.add(berta, title)
    await setUp(stage, silent)
    await walked(house, 'olga', 'anna_films', 'berta')
    await hurry(house)
    await discord.until(async () => (await feedState(house, 'friends')) === 'open', 30_000)
    plex.watchlist.add(berta, 'Arrival')
    await cardOf(stage, 'Arrival')
    await house.program().kill()
    // From now on the stand-ins’ clock and the program’s can be told apart.
    await stage.pass(SECOND)
    const asked = ['Arrival']
    for (const [film, ms] of [
      ['Gladiator', HOUR],
      ['The Matrix', 0],
    ] as const) {
      await house.restart({ SANDBOX_AHEAD_MS: String(SECOND + ms) })
      plex.watchlist.add(berta, film)
      asked.push(film)
      await cardOf(stage, film)
      await walkAll(house)
      await hasten(house, 'read-feed', 'check-list')
      await new Promise((resolve) => setTimeout(resolve, 2 * SECOND))
      await settled(house)
      expect(await requested(house)).toEqual(asked.toSorted())
      await house.program().kill()
    }
    await house.restart()
    expect(cards(stage)).toHaveLength(asked.length)
    expect(await removed(house)).toBe(0)
  })
})
