import { describe, expect, it } from 'vitest'
import { shapeGaps } from '../support/shape.ts'
import { hasShared, readShared } from '../support/shared.ts'
import { tmdbForTest } from './client.ts'

type Media = { examples?: Record<string, { value: unknown }>; example?: unknown }
type Specification = {
  paths: Record<string, { get: { responses: Record<string, { content: Record<string, Media> }> } }>
}

const PATHS: readonly [path: string, asked: string][] = [
  ['/3/search/movie', '/search/movie?query=inception'],
  ['/3/search/tv', '/search/tv?query=breaking bad'],
  ['/3/search/multi', '/search/multi?query=inception'],
  ['/3/movie/{movie_id}', '/movie/27205'],
  ['/3/movie/{movie_id}/external_ids', '/movie/27205/external_ids'],
  ['/3/movie/{movie_id}/release_dates', '/movie/27205/release_dates'],
  ['/3/tv/{series_id}', '/tv/1399'],
  ['/3/tv/{series_id}/external_ids', '/tv/1399/external_ids'],
  ['/3/tv/{series_id}/content_ratings', '/tv/1399/content_ratings'],
  ['/3/tv/{series_id}/season/{season_number}', '/tv/1399/season/1'],
  ['/3/find/{external_id}', '/find/tt1375666?external_source=imdb_id'],
  ['/3/configuration', '/configuration'],
  ['/3/genre/movie/list', '/genre/movie/list'],
  ['/3/genre/tv/list', '/genre/tv/list'],
  ['/3/trending/movie/{time_window}', '/trending/movie/day'],
  ['/3/trending/tv/{time_window}', '/trending/tv/week'],
  ['/3/movie/popular', '/movie/popular'],
  ['/3/movie/upcoming', '/movie/upcoming'],
  ['/3/tv/popular', '/tv/popular'],
  ['/3/authentication', '/authentication'],
]

const exampleOf = (specification: Specification, path: string): unknown => {
  const media = specification.paths[path]?.get.responses['200']?.content['application/json']
  const found = Object.values(media?.examples ?? {})[0]?.value ?? media?.example
  return typeof found === 'string' ? JSON.parse(found) : found
}

describe.skipIf(!hasShared)('answers in the shape of the examples in TMDB’s own description', () => {
  const specification = hasShared
    ? (readShared('specs/tmdb/openapi-v3.json') as Specification)
    : { paths: {} }

  it.each(PATHS)('%s', async (path, asked) => {
    const example = exampleOf(specification, path)
    expect(example).toBeTypeOf('object')
    const { ask } = await tmdbForTest({ day: '2012-01-01' })
    const { json, status } = await ask(asked)
    expect(status).toBe(200)
    expect(shapeGaps(example, json)).toEqual([])
  })
})

const LISTED_FILM =
  'adult backdrop_path genre_ids id original_language original_title overview popularity poster_path release_date title video vote_average vote_count'
const LISTED_SHOW =
  'adult backdrop_path first_air_date genre_ids id name origin_country original_language original_name overview popularity poster_path vote_average vote_count'

it('carries the keys that programs read', async () => {
  const { ask } = await tmdbForTest()
  const keys = async (path: string) =>
    Object.keys((await ask(path)).json.results[0])
      .toSorted()
      .join(' ')
  expect(await keys('/search/movie?query=inception')).toBe(LISTED_FILM)
  expect(await keys('/search/tv?query=breaking')).toBe(LISTED_SHOW)
})
