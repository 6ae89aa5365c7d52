import type { CatalogueFilm, CatalogueSeason, CatalogueShow, ShowStatus } from './types.ts'

const DAY = 24 * 60 * 60_000

const lines = (table: string): string[][] =>
  table
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => line.split('|'))

const list = (text: string): string[] => text.split(', ').filter(Boolean)

/** A property that is left out where the table has nothing. */
const known = <Key extends string, Value>(key: Key, value: Value | '' | undefined) =>
  (value === '' || value === undefined ? {} : { [key]: value }) as Partial<Record<Key, Value>>

const film = (row: string[]): CatalogueFilm => {
  const [id = '', imdb, title = '', original, date = '', runtime, genres = '', language = '', country = ''] =
    row
  const [rating, popularity, overview = '', digital, physical] = row.slice(9)
  return {
    tmdbId: Number(id),
    ...known('imdbId', imdb),
    title,
    originalTitle: original || title,
    year: Number(date.slice(0, 4)),
    runtime: Number(runtime),
    genres: list(genres),
    originalLanguage: language,
    country,
    ...known('certification', rating),
    popularity: Number(popularity),
    overview,
    ...known('inCinemas', date),
    ...known('digitalRelease', digital),
    ...known('physicalRelease', physical),
  }
}

/** Reads `tmdb|imdb|title|original title|date|minutes|genres|language|country|rating|popularity|plot|digital|physical`. */
export const readFilms = (table: string): CatalogueFilm[] => lines(table).map(film)

const later = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10)

/**
 * Reads one season: `2:2009-03-08x13` has thirteen episodes, one a week from that day; `1:2016-07-15*8` has eight
 * that came out together. The first day is a fact, the days after it are a guess.
 */
const season = (text: string): CatalogueSeason => {
  const {
    number,
    date = '',
    mode,
    count,
  } = /^(?<number>\d+):(?<date>[\d-]+)(?<mode>[x*])(?<count>\d+)$/.exec(text)?.groups ?? {}
  if (number === undefined) throw new Error(`"${text}" is no season.`)
  const step = mode === 'x' ? 7 : 0
  const episodes = Array.from({ length: Number(count) }, (_, index) => ({
    number: index + 1,
    title: `Episode ${index + 1}`,
    airDate: later(date, index * step),
  }))
  return { number: Number(number), episodes }
}

const show = (row: string[]): CatalogueShow => {
  const [id = '', imdb, tvdb, title = '', original, runtime, genres = '', language = '', country = ''] = row
  const [rating, network = '', status, popularity, seasons = '', overview = ''] = row.slice(9)
  const read = seasons.split(' ').filter(Boolean).map(season)
  const first = read.find(({ number }) => number > 0)?.episodes[0]?.airDate
  return {
    tmdbId: Number(id),
    ...known('imdbId', imdb),
    ...known('tvdbId', tvdb && Number(tvdb)),
    title,
    originalTitle: original || title,
    year: Number(first?.slice(0, 4) ?? 0),
    runtime: Number(runtime),
    genres: list(genres),
    originalLanguage: language,
    country,
    ...known('certification', rating),
    popularity: Number(popularity),
    overview,
    status: status as ShowStatus,
    network,
    seasons: read,
  }
}

/** Reads `tmdb|imdb|tvdb|title|original title|minutes|genres|language|country|rating|network|status|popularity|seasons|plot`. */
export const readShows = (table: string): CatalogueShow[] => lines(table).map(show)
