import type { Answer } from '../../kit/answers.ts'
import type { Route } from '../../kit/router.ts'
import { FILM_GENRES, SHOW_GENRES } from '../catalogue/genres.ts'
import { ok } from './reply.ts'

const genreList = (genres: Readonly<Record<string, number>>): Answer =>
  ok({ genres: Object.entries(genres).map(([name, id]) => ({ id, name })) })

const CONFIGURATION = {
  images: {
    base_url: 'http://image.tmdb.org/t/p/',
    secure_base_url: 'https://image.tmdb.org/t/p/',
    backdrop_sizes: ['w300', 'w780', 'w1280', 'original'],
    logo_sizes: ['w45', 'w92', 'w154', 'w185', 'w300', 'w500', 'original'],
    poster_sizes: ['w92', 'w154', 'w185', 'w342', 'w500', 'w780', 'original'],
    profile_sizes: ['w45', 'w185', 'h632', 'original'],
    still_sizes: ['w92', 'w185', 'w300', 'original'],
  },
  change_keys: ['adult', 'air_date', 'episode', 'images', 'overview', 'release_dates', 'season', 'title'],
}

/** What TMDB says of itself. */
export const aboutRoutes: Route<Answer>[] = [
  { method: 'GET', path: '/3/configuration', handle: () => ok(CONFIGURATION) },
  { method: 'GET', path: '/3/genre/movie/list', handle: () => genreList(FILM_GENRES) },
  { method: 'GET', path: '/3/genre/tv/list', handle: () => genreList(SHOW_GENRES) },
  {
    method: 'GET',
    path: '/3/authentication',
    handle: () => ok({ success: true, status_code: 1, status_message: 'Success.' }),
  },
]
