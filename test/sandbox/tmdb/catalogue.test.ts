import { describe, expect, it } from 'vitest'
import { catalogue } from '../../../sandbox/tmdb/catalogue/catalogue.ts'
import { FILM_GENRES, SHOW_GENRES } from '../../../sandbox/tmdb/catalogue/genres.ts'
import type { CatalogueFilm, CatalogueShow } from '../../../sandbox/tmdb/catalogue/types.ts'

const { films, shows } = catalogue
const DAY = /^\d{4}-\d\d-\d\d$/
const PLOT = /^\p{L}.{38,300}[.?]$/u

const repeated = (values: readonly (string | number | undefined)[]) =>
  values.filter((value, index) => value !== undefined && values.indexOf(value) !== index)

/** The names of the checks that a title fails, each with the title. */
const faults = (title: string, checks: Record<string, boolean>) =>
  Object.entries(checks)
    .filter(([, holds]) => !holds)
    .map(([name]) => `${title}: ${name}`)

const both = (title: CatalogueFilm | CatalogueShow, genres: Readonly<Record<string, number>>) => ({
  number: title.tmdbId > 0 && title.tmdbId < 10_000_000,
  imdb: /^tt\d{7,8}$/.test(title.imdbId ?? ''),
  genres: title.genres.length > 0 && title.genres.every((genre) => Object.hasOwn(genres, genre)),
  language: /^[a-z]{2}$/.test(title.originalLanguage),
  country: /^[A-Z]{2}$/.test(title.country),
  popularity: title.popularity > 0 && title.popularity <= 100,
  plot: PLOT.test(title.overview) && (title.overview.match(/[.?](?= \p{Lu}|$)/gu) ?? []).length === 2,
})

describe('the catalogue', () => {
  it('is large enough to look real', () => {
    expect(films.length).toBeGreaterThanOrEqual(300)
    expect(shows.length).toBeGreaterThanOrEqual(80)
  })

  it('gives every number once', () => {
    expect(repeated(films.map(({ tmdbId }) => tmdbId))).toEqual([])
    expect(repeated(shows.map(({ tmdbId }) => tmdbId))).toEqual([])
    expect(repeated([...films, ...shows].map(({ imdbId }) => imdbId))).toEqual([])
    expect(repeated(shows.map(({ tvdbId }) => tvdbId))).toEqual([])
  })

  it('tells all about each film', () => {
    const found = films.flatMap((film) =>
      faults(film.title, {
        ...both(film, FILM_GENRES),
        date: DAY.test(film.inCinemas ?? '') && film.inCinemas?.startsWith(String(film.year)) === true,
        length: film.runtime >= 0 && film.runtime < 250,
        later: [film.digitalRelease, film.physicalRelease].every(
          (day = '9999-01-01') => day > (film.inCinemas ?? ''),
        ),
      }),
    )
    expect(found).toEqual([])
  })

  it('tells all about each show', () => {
    const found = shows.flatMap((show) => {
      const numbers = show.seasons.map(({ number }) => number).filter((number) => number > 0)
      return faults(show.title, {
        ...both(show, SHOW_GENRES),
        tvdb: (show.tvdbId ?? 0) > 0,
        status: ['Ended', 'Canceled', 'Returning Series'].includes(show.status),
        network: show.network !== '',
        length: show.runtime > 0,
        seasons: numbers.every((number, index) => number === index + 1),
        episodes: show.seasons.every(({ episodes }) => episodes.length > 0),
      })
    })
    expect(found).toEqual([])
  })

  it('never lets a season begin before the one before it ended', () => {
    const early = shows.flatMap(({ title, seasons }) => {
      const numbered = seasons.filter(({ number }) => number > 0)
      return numbered.slice(1).flatMap((season, index) => {
        const before = numbered[index]?.episodes.at(-1)?.airDate ?? ''
        return (season.episodes[0]?.airDate ?? '') > before ? [] : [`${title} ${season.number}`]
      })
    })
    expect(early).toEqual([])
  })

  it('has shows of every length', () => {
    const lengths = shows.map(({ seasons }) => seasons.filter(({ number }) => number > 0).length)
    expect(lengths.filter((seasons) => seasons === 1).length).toBeGreaterThan(5)
    expect(lengths.filter((seasons) => seasons > 25).length).toBeGreaterThan(2)
    expect(shows.filter(({ seasons }) => seasons[0]?.number === 0).length).toBeGreaterThan(2)
    expect(shows.filter(({ status }) => status === 'Returning Series').length).toBeGreaterThan(20)
  })
})
