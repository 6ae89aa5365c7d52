import { expect, it } from 'vitest'
import { catalogue } from '../../../sandbox/tmdb/catalogue/catalogue.ts'
import { hostile, SHARED_ID } from '../../../sandbox/tmdb/catalogue/hostile.ts'
import { tmdbForTest } from './client.ts'

it('serves titles that were made up to do harm', async () => {
  const { ask } = await tmdbForTest({ catalogue: hostile })
  for (const { tmdbId, title } of hostile.films)
    expect((await ask(`/movie/${tmdbId}`)).json).toMatchObject({ id: tmdbId, title })
  for (const { tmdbId, title } of hostile.shows)
    expect((await ask(`/tv/${tmdbId}`)).json).toMatchObject({ id: tmdbId, name: title })
})

it('gives nulls and empty texts where nothing is known', async () => {
  const { ask } = await tmdbForTest({ catalogue: hostile })
  const [film] = (await ask('/search/movie?query=nothing known')).json.results
  expect(film).toMatchObject({
    release_date: '',
    overview: '',
    poster_path: null,
    backdrop_path: null,
    genre_ids: [],
  })
  const details = (await ask(`/movie/${film.id}?append_to_response=release_dates`)).json
  expect(details).toMatchObject({
    imdb_id: null,
    runtime: 0,
    status: 'Planned',
    release_dates: { results: [] },
  })
  const [show] = (await ask('/search/tv?query=no seasons')).json.results
  expect((await ask(`/tv/${show.id}?append_to_response=external_ids`)).json).toMatchObject({
    first_air_date: '',
    last_air_date: null,
    last_episode_to_air: null,
    next_episode_to_air: null,
    number_of_seasons: 0,
    external_ids: { imdb_id: null, tvdb_id: null },
  })
})

it('tells a film from a show of the same number', async () => {
  const { ask } = await tmdbForTest({ catalogue: hostile })
  expect((await ask(`/movie/${SHARED_ID}`)).json).toHaveProperty('title')
  expect((await ask(`/tv/${SHARED_ID}`)).json).toHaveProperty('name')
})

it('is kept apart from the titles that people see', () => {
  const real = new Set([...catalogue.films, ...catalogue.shows].map(({ tmdbId }) => tmdbId))
  for (const { tmdbId } of [...hostile.films, ...hostile.shows]) expect(real.has(tmdbId)).toBe(false)
})
