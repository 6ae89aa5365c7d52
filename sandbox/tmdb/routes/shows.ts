import type { Answer } from '../../kit/answers.ts'
import type { Request, Route } from '../../kit/router.ts'
import type { CatalogueShow } from '../catalogue/types.ts'
import { seasonDetails } from '../resources/season.ts'
import { contentRatings, showDetails, showExternalIds } from '../resources/show.ts'
import type { Shelf } from '../shelf.ts'
import { append } from './append.ts'
import { missing, ok } from './reply.ts'

const find = (shelf: Shelf, { params }: Request): CatalogueShow => {
  const show = shelf.shows.find(({ tmdbId }) => String(tmdbId) === params.id)
  if (!show) throw missing()
  return show
}

const details = (shelf: Shelf, request: Request): Answer => {
  const show = find(shelf, request)
  const seasons = show.seasons.map((season) => [`season/${season.number}`, () => seasonDetails(show, season)])
  const appendices = {
    external_ids: () => showExternalIds(show),
    content_ratings: () => contentRatings(show),
    ...Object.fromEntries(seasons),
  }
  return ok({
    ...showDetails(shelf, show, request.query.get('language')),
    ...append(request.query, appendices),
  })
}

const season = (shelf: Shelf, request: Request): Answer => {
  const show = find(shelf, request)
  const found = show.seasons.find(({ number }) => String(number) === request.params.season)
  if (!found) throw missing()
  return ok(seasonDetails(show, found))
}

/** One show and its seasons. */
export const showRoutes = (shelf: Shelf): Route<Answer>[] => [
  { method: 'GET', path: '/3/tv/{id}', handle: (request) => details(shelf, request) },
  { method: 'GET', path: '/3/tv/{id}/season/{season}', handle: (request) => season(shelf, request) },
  {
    method: 'GET',
    path: '/3/tv/{id}/external_ids',
    handle: (request) => {
      const show = find(shelf, request)
      return ok({ id: show.tmdbId, ...showExternalIds(show) })
    },
  },
  {
    method: 'GET',
    path: '/3/tv/{id}/content_ratings',
    handle: (request) => {
      const show = find(shelf, request)
      return ok({ ...contentRatings(show), id: show.tmdbId })
    },
  },
]
