import type { Answer } from '../../kit/answers.ts'
import type { Request, Route } from '../../kit/router.ts'
import type { CatalogueFilm } from '../catalogue/types.ts'
import { filmDetails, filmExternalIds, releaseDates } from '../resources/film.ts'
import type { Shelf } from '../shelf.ts'
import { append } from './append.ts'
import { missing, ok } from './reply.ts'

const find = (shelf: Shelf, { params }: Request): CatalogueFilm => {
  const film = shelf.films.find(({ tmdbId }) => String(tmdbId) === params.id)
  if (!film) throw missing()
  return film
}

const details = (shelf: Shelf, request: Request): Answer => {
  const film = find(shelf, request)
  const appendices = {
    external_ids: () => filmExternalIds(film),
    release_dates: () => releaseDates(film),
  }
  return ok({
    ...filmDetails(shelf, film, request.query.get('language')),
    ...append(request.query, appendices),
  })
}

/** One film. */
export const filmRoutes = (shelf: Shelf): Route<Answer>[] => [
  { method: 'GET', path: '/3/movie/{id}', handle: (request) => details(shelf, request) },
  {
    method: 'GET',
    path: '/3/movie/{id}/external_ids',
    handle: (request) => {
      const film = find(shelf, request)
      return ok({ id: film.tmdbId, ...filmExternalIds(film) })
    },
  },
  {
    method: 'GET',
    path: '/3/movie/{id}/release_dates',
    handle: (request) => {
      const film = find(shelf, request)
      return ok({ id: film.tmdbId, ...releaseDates(film) })
    },
  },
]
