import { afterEach, describe, expect, it } from 'vitest'
import { textOf } from '../../sandbox/discord/messages/text.ts'
import { approveFilm, FILM, fetchFilm, linkPlex } from '../../sandbox/story/ask-for-a-film.ts'
import { silent } from '../../sandbox/story/narrator.ts'
import { setUp } from '../../sandbox/story/set-up.ts'
import { databases, type House, openHouse } from '../support/house.ts'
import { hurry, walked } from './support/watching.ts'

describe.each(databases)('a film on a Plex watchlist, on %s', (kind) => {
  let house: House
  afterEach(() => house.leave())

  it('is asked for, approved, fetched and told', async () => {
    house = await openHouse(kind)
    const { stage } = house
    const { plex, accounts, discord, anna, desk, radarr } = stage
    plex.watchlist.add(accounts.anna, 'Alien')
    await setUp(stage, silent)
    await hurry(house)
    await linkPlex(stage, silent)
    await walked(house, 'anna_films')
    plex.watchlist.add(accounts.anna, 'Arrival')
    await discord.until(() => discord.channel(desk).messages().length > 0, 60_000)
    const [card] = discord.channel(desk).messages().map(textOf)
    expect(card).toContain('Arrival (2016)')
    expect(card).toContain(`<@${anna.id}>`)
    await approveFilm(stage, silent)
    await fetchFilm(stage, silent)
    expect(discord.dms(anna).map(textOf)).toEqual([expect.stringContaining('Arrival (2016) is ready!')])
    expect(radarr.adds(FILM.tmdbId)).toEqual({ attempts: 1, effective: 1 })
    expect(discord.channel(desk).messages()).toHaveLength(1)
  })
})
