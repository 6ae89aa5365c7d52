import { afterEach, describe, expect, it } from 'vitest'
import { textOf } from '../../sandbox/discord/messages/text.ts'
import { approveFilm, fetchFilm } from '../../sandbox/story/ask-for-a-film.ts'
import { silent } from '../../sandbox/story/narrator.ts'
import { addSonarr, setUp } from '../../sandbox/story/set-up.ts'
import { databases, type House, openHouse } from '../support/house.ts'
import {
  cardOf,
  cards,
  feedState,
  hurry,
  link,
  removed,
  requested,
  settled,
  walked,
} from './support/watching.ts'

describe.each(databases)('what the feeds of Plex show, on %s', (kind) => {
  let house: House
  afterEach(() => house.leave())

  it('is asked for at once, exactly once, whatever is killed', { timeout: 180_000 }, async () => {
    house = await openHouse(kind)
    const { stage, db } = house
    const { plex, accounts, discord, anna, carla, owner, radarr } = stage
    const friend = plex.addAccount({ name: 'berta' })
    plex.share(stage.server, friend)
    plex.watchlist.add(friend, 'Alien')
    await setUp(stage, silent)
    await addSonarr(stage, silent)
    await link(stage, anna, accounts.anna)
    await link(stage, carla, friend)
    await hurry(house)
    await walked(house, 'anna_films', 'berta', 'olga')
    await discord.until(async () => (await feedState(house, 'friends')) === 'open', 30_000)

    // Two within one reading of the feed.
    plex.watchlist.add(accounts.anna, 'Arrival')
    plex.watchlist.add(friend, 'Arrival')
    await cardOf(stage, 'Arrival', `<@${anna.id}>`, `<@${carla.id}>`)
    await approveFilm(stage, silent)
    await fetchFilm(stage, silent)
    await settled(house)
    for (const who of [anna, carla])
      expect(discord.dms(who).map(textOf)).toEqual([expect.stringContaining('Arrival (2016) is ready!')])

    // The owner's own list has a feed of its own.
    plex.watchlist.add(accounts.owner, 'Blade Runner')
    await cardOf(stage, 'Blade Runner', `<@${owner.id}>`)

    // A show means what is out and what is to come.
    plex.watchlist.add(friend, 'Severance')
    await cardOf(stage, 'Severance')
    const { wish } = await db
      .selectFrom('requests')
      .innerJoin('titles', 'titles.id', 'requests.titleId')
      .select('wish')
      .where('titles.name', '=', 'Severance')
      .executeTakeFirstOrThrow()
    expect(JSON.parse(wish ?? '{}')).toEqual({ seasons: [1, 2], episodes: [], future: true })

    // Killed after the feed was read, while the title is looked for.
    radarr.slow(1_500)
    plex.watchlist.add(accounts.anna, 'The Matrix')
    const noticed = () =>
      db
        .selectFrom('watchItems')
        .innerJoin('titles', 'titles.id', 'watchItems.titleId')
        .select('watchItems.state')
        .where('titles.name', '=', 'The Matrix')
        .executeTakeFirst()
    await discord.until(noticed, 20_000)
    await house.program().kill()
    expect(await noticed()).toEqual({ state: 'new' })
    radarr.slow(0)
    await house.restart()
    await cardOf(stage, 'The Matrix', `<@${anna.id}>`)
    await settled(house)
    const before = cards(stage)

    // Nothing of it is news to the next start.
    await house.program().kill()
    const reads = plex.storage.calls.length
    await house.restart()
    await discord.until(() => plex.storage.calls.length > reads + 4, 30_000)
    await settled(house)
    expect(cards(stage)).toEqual(before)
    expect(await requested(house)).toEqual(['Arrival', 'Blade Runner', 'Severance', 'The Matrix'])
    expect(await removed(house)).toBe(0)
    expect(plex.violations).toEqual([])
  })
})
