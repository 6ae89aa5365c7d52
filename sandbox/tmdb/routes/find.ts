import type { Answer } from '../../kit/answers.ts'
import type { Request, Route } from '../../kit/router.ts'
import { filmInList } from '../resources/film.ts'
import { showInList } from '../resources/show.ts'
import type { Shelf } from '../shelf.ts'
import { ok, Refusal } from './reply.ts'

type Ids = { imdbId?: string; tvdbId?: number }

const SOURCES: Record<string, (ids: Ids) => string | undefined> = {
  imdb_id: ({ imdbId }) => imdbId,
  tvdb_id: ({ tvdbId }) => tvdbId?.toString(),
}

const find = (shelf: Shelf, { params, query }: Request): Answer => {
  const idIn = SOURCES[query.get('external_source') ?? '']
  if (!idIn) throw new Refusal(400, 5, 'Invalid parameters: Your request parameters are incorrect.')
  const language = query.get('language')
  const isMeant = (ids: Ids) => idIn(ids) === params.id
  return ok({
    movie_results: shelf.films
      .filter(isMeant)
      .map((film) => ({ ...filmInList(film, language), media_type: 'movie' })),
    person_results: [],
    tv_results: shelf.shows
      .filter(isMeant)
      .map((show) => ({ ...showInList(show, language), media_type: 'tv' })),
    tv_episode_results: [],
    tv_season_results: [],
  })
}

/** The title behind a number of IMDb or TVDB; a number that nobody has is no error. */
export const findRoutes = (shelf: Shelf): Route<Answer>[] => [
  { method: 'GET', path: '/3/find/{id}', handle: (request) => find(shelf, request) },
]
