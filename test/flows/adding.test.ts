import { afterEach, describe, expect, it } from 'vitest'
import { askForFilm, FILM } from '../../sandbox/story/ask-for-a-film.ts'
import { silent } from '../../sandbox/story/narrator.ts'
import { addSonarr, setUp } from '../../sandbox/story/set-up.ts'
import { databases, type House, openHouse } from '../support/house.ts'
import { approve, ask, searchedSeasons } from './support/shows.ts'

const DARK = 334_824
const HURRY = { CLOCK_RATE: '30' }

/** What Radarr and Sonarr answer when a title is there already. */
const EXISTS = (field: string, words: string, code: string) => [
  { propertyName: field, errorMessage: words, errorCode: code, attemptedValue: 1, severity: 'error' },
]

describe.each(databases)('handing over to Radarr and Sonarr, on %s', (kind) => {
  let house: House
  afterEach(() => house.leave())

  const begin = async () => {
    house = await openHouse(kind, HURRY)
    await setUp(house.stage, silent)
    await addSonarr(house.stage, silent)
    return house.stage
  }

  it('adds a film once, however often Radarr answers with errors', { timeout: 180_000 }, async () => {
    const stage = await begin()
    const { radarr, discord } = stage
    radarr.answer('POST /api/v3/movie', 500, { message: 'database is locked' }, 1)
    radarr.answer('POST /api/v3/movie', 503, 'Service Unavailable', 1)
    await askForFilm(stage, silent)
    await approve(stage, FILM.title)
    await discord.until(() => radarr.adds(FILM.tmdbId).effective === 1, 30_000)
    expect(radarr.adds(FILM.tmdbId)).toEqual({ attempts: 1, effective: 1 })
  })

  it('takes a film that somebody else added first for added', { timeout: 180_000 }, async () => {
    const stage = await begin()
    const { radarr, discord } = stage
    radarr.conflict(1)
    await askForFilm(stage, silent)
    await approve(stage, FILM.title)
    await discord.until(() => radarr.movie(FILM.tmdbId).monitored, 30_000)
    const requests = () => house.db.selectFrom('requests').select('state').execute()
    await discord.until(async () => (await requests()).every(({ state }) => state === 'added'), 30_000)
  })

  it('takes a show that is there, though Sonarr only says so when it is added', {
    timeout: 180_000,
  }, async () => {
    const stage = await begin()
    const { sonarr, discord, anna } = stage
    sonarr.have(DARK)
    for (const season of sonarr.series(DARK).seasons) season.monitored = false
    for (const episode of sonarr.state.episodes) episode.monitored = false
    // The first look finds nothing, as in the moment before somebody else's add.
    sonarr.answer('GET /api/v3/series?tvdbId', 200, [], 3)
    const words = 'This series has already been added'
    sonarr.answer('POST /api/v3/series', 400, EXISTS('TvdbId', words, 'SeriesExistsValidator'), 1)
    await ask(stage, anna, 'Dark (2017)', ['Season 2'])
    await approve(stage, 'Dark (2017)')
    await discord.until(() => searchedSeasons(stage).length > 0, 30_000)
    expect(searchedSeasons(stage)).toEqual([2])
    const monitored = sonarr.series(DARK).seasons.filter((season) => season.monitored)
    expect(monitored.map(({ seasonNumber }) => seasonNumber)).toEqual([2])
  })

  it('adds a show once, though somebody else was faster', { timeout: 240_000 }, async () => {
    const stage = await begin()
    const { sonarr, discord, anna } = stage
    await ask(stage, anna, 'Dark (2017)', ['Season 1', 'Season 3'])
    sonarr.conflict(1)
    await approve(stage, 'Dark (2017)')
    await discord.until(() => searchedSeasons(stage).length === 2, 40_000)
    expect(searchedSeasons(stage)).toEqual([1, 3])
    expect(sonarr.adds(DARK).effective).toBeLessThanOrEqual(1)
    expect(sonarr.state.series.filter(({ title }) => title.tvdbId === DARK)).toHaveLength(1)
  })
})
