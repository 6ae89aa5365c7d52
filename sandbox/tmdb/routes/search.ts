import type { Answer } from '../../kit/answers.ts'
import type { Request, Route } from '../../kit/router.ts'
import { rank } from '../rank.ts'
import { filmInList } from '../resources/film.ts'
import { personInList } from '../resources/person.ts'
import { showInList } from '../resources/show.ts'
import type { Shelf } from '../shelf.ts'
import { page } from './paging.ts'

const textOf = ({ query }: Request): string => query.get('query') ?? ''
const languageOf = ({ query }: Request): string | null => query.get('language')

/** Whether a title is of the year that the call names by one of those names; a call without a year takes them all. */
const isOfYear =
  ({ query }: Request, ...names: string[]) =>
  ({ year }: { year: number }): boolean => {
    const wanted = names.map((name) => query.get(name)).find((value) => value !== null && value !== '')
    return wanted === undefined || year === Number(wanted)
  }

const films = (shelf: Shelf, request: Request): Answer => {
  const found = rank(shelf.films, textOf(request)).filter(isOfYear(request, 'primary_release_year', 'year'))
  return page(
    request.query,
    found.map((film) => filmInList(film, languageOf(request))),
  )
}

const shows = (shelf: Shelf, request: Request): Answer => {
  const found = rank(shelf.shows, textOf(request)).filter(isOfYear(request, 'first_air_date_year', 'year'))
  return page(
    request.query,
    found.map((show) => showInList(show, languageOf(request))),
  )
}

const everything = (shelf: Shelf, request: Request): Answer => {
  const language = languageOf(request)
  const all = [
    ...shelf.films.map((one) => ({
      ...one,
      show: () => ({ ...filmInList(one, language), media_type: 'movie' }),
    })),
    ...shelf.shows.map((one) => ({
      ...one,
      show: () => ({ ...showInList(one, language), media_type: 'tv' }),
    })),
    ...shelf.people.map((one) => ({
      title: one.name,
      originalTitle: one.name,
      year: 0,
      popularity: one.popularity,
      show: () => personInList(one),
    })),
  ]
  return page(
    request.query,
    rank(all, textOf(request)).map((one) => one.show()),
  )
}

/** Searching films, shows, and both with people among them. */
export const searchRoutes = (shelf: Shelf): Route<Answer>[] => [
  { method: 'GET', path: '/3/search/movie', handle: (request) => films(shelf, request) },
  { method: 'GET', path: '/3/search/tv', handle: (request) => shows(shelf, request) },
  { method: 'GET', path: '/3/search/multi', handle: (request) => everything(shelf, request) },
]
