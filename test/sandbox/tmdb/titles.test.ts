import { expect, it } from 'vitest'
import { tmdbForTest } from './client.ts'

it('knows everything of a film, with parts appended', async () => {
  const { ask } = await tmdbForTest()
  const { json } = await ask('/movie/27205?append_to_response=external_ids,release_dates,credits,nonsense')
  expect(json).toMatchObject({
    id: 27205,
    imdb_id: 'tt1375666',
    title: 'Inception',
    release_date: '2010-07-15',
    runtime: 148,
    status: 'Released',
    genres: expect.arrayContaining([{ id: 878, name: 'Science Fiction' }]),
    external_ids: { imdb_id: 'tt1375666' },
    credits: { cast: [], crew: [] },
  })
  expect(json.release_dates.results[0]).toMatchObject({
    iso_3166_1: 'US',
    release_dates: [{ certification: 'PG-13', type: 3, release_date: '2010-07-15T00:00:00.000Z' }],
  })
  expect(json).not.toHaveProperty('nonsense')
  expect((await ask('/movie/27205')).json).not.toHaveProperty('external_ids')
  expect((await ask('/movie/27205/external_ids')).json).toMatchObject({ id: 27205, imdb_id: 'tt1375666' })
})

it('knows everything of a show, and which episode is next on the day', async () => {
  const { ask } = await tmdbForTest({ day: '2011-04-20' })
  const { json } = await ask('/tv/1399?append_to_response=external_ids,content_ratings,season/1')
  expect(json).toMatchObject({
    id: 1399,
    name: 'Game of Thrones',
    number_of_seasons: 8,
    number_of_episodes: 73,
    external_ids: { imdb_id: 'tt0944947', tvdb_id: 121361 },
    content_ratings: { results: [{ iso_3166_1: 'US', rating: 'TV-MA' }] },
    last_air_date: '2011-04-17',
    last_episode_to_air: { season_number: 1, episode_number: 1 },
    next_episode_to_air: { season_number: 1, episode_number: 2, air_date: '2011-04-24' },
  })
  expect(json['season/1'].episodes).toHaveLength(10)
  expect((await ask('/tv/1399/season/8')).json).toMatchObject({ season_number: 8, air_date: '2019-04-14' })
  expect((await ask('/tv/1399/season/9')).status).toBe(404)
})

it('finds titles by the numbers that others give them', async () => {
  const { ask } = await tmdbForTest()
  const find = async (id: string, source: string) => (await ask(`/find/${id}?external_source=${source}`)).json
  expect((await find('tt1375666', 'imdb_id')).movie_results).toMatchObject([
    { id: 27205, media_type: 'movie' },
  ])
  expect((await find('81189', 'tvdb_id')).tv_results).toMatchObject([{ id: 1396, media_type: 'tv' }])
  expect(await find('tt0000000', 'imdb_id')).toMatchObject({ movie_results: [], tv_results: [] })
  expect((await ask('/find/tt1375666')).status).toBe(400)
})

it('lists what is popular, what trends today, and what is still to come', async () => {
  const { ask, titles } = await tmdbForTest({ day: '2012-01-01' })
  const popular = (await ask('/movie/popular')).json.results.map(
    (film: { popularity: number }) => film.popularity,
  )
  expect(popular).toEqual(popular.toSorted((one: number, other: number) => other - one))
  expect((await titles('/tv/popular'))[0]).toBe('Breaking Bad')
  expect(await titles('/trending/movie/day')).toEqual(await titles('/trending/movie/day'))
  expect(await titles('/trending/movie/day')).not.toEqual(await titles('/trending/movie/week'))
  expect((await ask('/trending/all/week')).json.results[0]).toHaveProperty('media_type')
  const upcoming = (await ask('/movie/upcoming')).json
  expect(upcoming.dates).toEqual({ minimum: '2012-01-02', maximum: '2012-12-31' })
  expect(upcoming.results.map((film: { title: string }) => film.title)).toContain('The Avengers')
})

it('says what it is', async () => {
  const { ask } = await tmdbForTest()
  expect((await ask('/configuration')).json.images.poster_sizes).toContain('w342')
  expect((await ask('/genre/movie/list')).json.genres).toContainEqual({ id: 28, name: 'Action' })
  expect((await ask('/genre/tv/list')).json.genres).toContainEqual({ id: 10759, name: 'Action & Adventure' })
  expect((await ask('/authentication')).json.success).toBe(true)
})
