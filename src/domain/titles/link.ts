import type { IdSource, Kind } from './title.ts'

/** What a pasted link names: a number at a source (its kind may be open), or words to search for. */
export type Link = Readonly<{ source: IdSource; value: string; kind?: Kind } | { words: string; kind?: Kind }>

// People copy addresses with and without their beginning, and put them between angle brackets.
const host = (name: string): string => `^<?(?:https?://)?(?:[a-z0-9-]+\\.)*${name.replaceAll('.', '\\.')}/`

const IMDB = new RegExp(`(?:${host('imdb.com')}(?:[a-z]{2}/)?title/|^)(tt\\d{7,10})\\b`, 'i')
const TMDB = new RegExp(`${host('themoviedb.org')}(movie|tv)/(\\d{1,10})\\b`, 'i')
const TVDB_NUMBER = new RegExp(
  `${host('thetvdb.com')}(?:.*[?&]id=|dereferrer/(?:series|movie)/)(\\d{1,10})\\b`,
  'i',
)
const TVDB_NAME = new RegExp(`${host('thetvdb.com')}(series|movies)/([a-z0-9-]+)`, 'i')
const LETTERBOXD = new RegExp(`${host('letterboxd.com')}(?:\\w+/)?film/([a-z0-9-]+)`, 'i')

/** Words that end in a year, as where several titles have one name. */
const NAMED_YEAR = /^(.+) ((?:19|20)\d\d)$/

/** The words of a link without the year at their end, and that year; undefined when there is none. A title may end so too. */
export const partYear = (text: string): Readonly<{ words: string; year: number }> | undefined => {
  const [, name, year] = NAMED_YEAR.exec(text) ?? []
  return name === undefined ? undefined : { words: name, year: Number(year) }
}

const words = (slug: string): string => slug.replaceAll('-', ' ').trim()

/**
 * Reads a link of IMDb, TMDB, TVDB or Letterboxd, or a bare IMDb number; undefined for anything else. Sites that name
 * titles by words only (Letterboxd, TVDB's newer pages) give words.
 */
export const readLink = (text: string): Link | undefined => {
  const pasted = text.trim()
  const imdb = IMDB.exec(pasted)?.[1]
  if (imdb !== undefined) return { source: 'imdb', value: imdb.toLowerCase() }
  const [, section, number] = TMDB.exec(pasted) ?? []
  if (number !== undefined) {
    return { source: 'tmdb', value: number, kind: section?.toLowerCase() === 'tv' ? 'show' : 'film' }
  }
  const tvdb = TVDB_NUMBER.exec(pasted)?.[1]
  if (tvdb !== undefined) return { source: 'tvdb', value: tvdb }
  const [, shelf, name] = TVDB_NAME.exec(pasted) ?? []
  if (name !== undefined)
    return { words: words(name), kind: shelf?.toLowerCase() === 'movies' ? 'film' : 'show' }
  const film = LETTERBOXD.exec(pasted)?.[1]
  return film === undefined ? undefined : { words: words(film), kind: 'film' }
}
