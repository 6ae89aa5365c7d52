import { describe, expect, it } from 'vitest'
import { catalogue } from '../../../sandbox/tmdb/catalogue/catalogue.ts'
import { FILM_GENRES, SHOW_GENRES } from '../../../sandbox/tmdb/catalogue/genres.ts'

const { films, shows } = catalogue
const DAY = /^\d{4}-\d\d-\d\d$/

const repeated = (values: readonly (string | number | undefined)[]) =>
  values.filter((value, index) => value !== undefined && values.indexOf(value) !== index)

describe('the catalogue', () => {
  it('gives every number once', () => {
    expect(repeated(films.map(({ tmdbId }) => tmdbId))).toEqual([])
    expect(repeated(shows.map(({ tmdbId }) => tmdbId))).toEqual([])
    expect(repeated([...films, ...shows].map(({ imdbId }) => imdbId))).toEqual([])
    expect(repeated(shows.map(({ tvdbId }) => tvdbId))).toEqual([])
  })

  it.each(films.map((film) => [film.title, film] as const))('tells all about the film %s', (_, film) => {
    expect(film.tmdbId).toBeGreaterThan(0)
    expect(film.imdbId).toMatch(/^tt\d{7,8}$/)
    expect(film.inCinemas).toMatch(DAY)
    expect(film.runtime).toBeGreaterThanOrEqual(0)
    expect(film.genres.filter((genre) => !(genre in FILM_GENRES))).toEqual([])
    expect(film.originalLanguage).toMatch(/^[a-z]{2}$/)
    expect(film.country).toMatch(/^[A-Z]{2}$/)
    expect(film.popularity).toBeGreaterThan(0)
    expect(film.overview).toMatch(/^\p{L}.{38,300}[.?]$/u)
  })

  it.each(shows.map((show) => [show.title, show] as const))('tells all about the show %s', (_, show) => {
    expect(show.tmdbId).toBeGreaterThan(0)
    expect(show.imdbId).toMatch(/^tt\d{7,8}$/)
    expect(show.tvdbId).toBeGreaterThan(0)
    expect(show.genres.filter((genre) => !(genre in SHOW_GENRES))).toEqual([])
    expect(['Ended', 'Canceled', 'Returning Series']).toContain(show.status)
    expect(show.network).not.toBe('')
    expect(show.popularity).toBeGreaterThan(0)
    expect(show.overview).toMatch(/^\p{L}.{38,300}[.?]$/u)
    const numbers = show.seasons.map(({ number }) => number)
    expect(numbers.filter((number) => number > 0)).toEqual(
      Array.from({ length: Math.max(...numbers) }, (_, index) => index + 1),
    )
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
})
