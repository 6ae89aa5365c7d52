import type { Answer } from '../../kit/answers.ts'
import type { Request, Route } from '../../kit/router.ts'
import { filmInList } from '../resources/film.ts'
import { showInList } from '../resources/show.ts'
import type { Shelf } from '../shelf.ts'
import { page } from './paging.ts'
import { missing } from './reply.ts'

const DAY = 24 * 60 * 60_000

type Ranked = { popularity: number; entry: object; id: number }

const filmEntries = (shelf: Shelf, language: string | null): Ranked[] =>
  shelf.films.map((film) => ({
    popularity: film.popularity,
    id: film.tmdbId,
    entry: { ...filmInList(film, language), media_type: 'movie' },
  }))

const showEntries = (shelf: Shelf, language: string | null): Ranked[] =>
  shelf.shows.map((show) => ({
    popularity: show.popularity,
    id: show.tmdbId,
    entry: { ...showInList(show, language), media_type: 'tv' },
  }))

/** The taste of a day or week: each lifts other titles, and the same all through it. */
const mood = (period: number, id: number): number => ((id * 2_654_435_761 + period * 40_503) % 1009) / 1009

const trending = (shelf: Shelf, { params, query }: Request): Answer => {
  const language = query.get('language')
  const days = { day: 1, week: 7 }[params.window ?? '']
  const entries = {
    movie: () => filmEntries(shelf, language),
    tv: () => showEntries(shelf, language),
    all: () => [...filmEntries(shelf, language), ...showEntries(shelf, language)],
  }[params.type ?? '']
  if (days === undefined || !entries) throw missing()
  const period = Math.floor(shelf.now() / (days * DAY))
  const heat = ({ popularity, id }: Ranked) => popularity * (0.5 + mood(period, id))
  const ordered = entries().toSorted((one, other) => heat(other) - heat(one))
  return page(
    query,
    ordered.map(({ entry }) => entry),
  )
}

const upcoming = (shelf: Shelf, { query }: Request): Answer => {
  const day = (ms: number) => new Date(ms).toISOString().slice(0, 10)
  const [minimum, maximum] = [day(shelf.now() + DAY), day(shelf.now() + 365 * DAY)]
  const soon = shelf.films.filter(({ inCinemas = '' }) => inCinemas >= minimum && inCinemas <= maximum)
  return page(
    query,
    soon.map((film) => filmInList(film, query.get('language'))),
    { dates: { maximum, minimum } },
  )
}

/** What many people look at. */
export const listRoutes = (shelf: Shelf): Route<Answer>[] => [
  { method: 'GET', path: '/3/trending/{type}/{window}', handle: (request) => trending(shelf, request) },
  { method: 'GET', path: '/3/movie/upcoming', handle: (request) => upcoming(shelf, request) },
  {
    method: 'GET',
    path: '/3/movie/popular',
    handle: ({ query }) =>
      page(
        query,
        shelf.films.map((film) => filmInList(film, query.get('language'))),
      ),
  },
  {
    method: 'GET',
    path: '/3/tv/popular',
    handle: ({ query }) =>
      page(
        query,
        shelf.shows.map((show) => showInList(show, query.get('language'))),
      ),
  },
]
