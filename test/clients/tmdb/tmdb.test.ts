import { describe, expect, it } from 'vitest'
import { createTmdb } from '../../../src/clients/tmdb/tmdb.ts'
import type { Candidate } from '../../../src/domain/titles/title.ts'
import { createClock } from '../../../src/platform/clock.ts'
import { faultOf } from '../support/fault.ts'
import { testHttp } from '../support/http.ts'
import { json, serve } from '../support/serve.ts'

const TOKEN = 'eyJhbGciOiJIUzI1NiJ9.test.test'
const IMAGES = 'https://image.tmdb.test/t/p'

/** A TMDB that knows a few addresses; `asked` are those it was asked for. */
const open = async (answers: Readonly<Record<string, unknown>>) => {
  const asked: URL[] = []
  const url = await serve((request, response) => {
    const address = new URL(request.url ?? '', 'http://tmdb')
    asked.push(address)
    const known = answers[address.pathname.replace('/3/', '')]
    const refusal = { success: false, status_code: 34, status_message: 'The resource could not be found.' }
    const allowed = request.headers.authorization === `Bearer ${TOKEN}`
    if (!allowed) return json({ status_code: 7, status_message: 'Invalid API key' }, 401)(request, response)
    return json(known ?? refusal, known === undefined ? 404 : 200)(request, response)
  })
  const settings = { apiUrl: `${url}/3`, imageUrl: IMAGES, token: TOKEN }
  return { asked, tmdb: createTmdb(settings, testHttp(), createClock()), settings }
}

const film = (id: number, title: string, date: string | null, popularity: number, more = {}) => ({
  id,
  title,
  original_title: title,
  release_date: date,
  popularity,
  poster_path: `/${id}.jpg`,
  ...more,
})
const show = (id: number, name: string, date: string | null, popularity: number) => ({
  id,
  name,
  original_name: name,
  first_air_date: date,
  popularity,
  poster_path: null,
})
const results = (...found: object[]) => ({ page: 1, results: found, total_pages: 9, total_results: 180 })
const names = (found: readonly Candidate[]) =>
  found.map(({ ref, name, year }) => `${ref.kind} ${name}${year === undefined ? '' : ` (${year})`}`)

const DUNES = {
  'search/movie': results(
    film(693134, 'Dune: Part Two', '2024-02-27', 150),
    film(841, 'Dune', '1984-12-14', 30),
    film(438631, 'Dune', '2021-09-15', 120),
    film(9999, 'Jodorowsky’s Dune', '2013-05-18', 4),
    film(8888, 'Düne', '', 0.1),
  ),
  'search/tv': results(show(90228, 'Dune: Prophecy', '2024-11-17', 60), show(16, 'Dune', null, 5)),
}

describe('search', () => {
  it('puts what was typed before what begins with it, and the popular before the rest', async () => {
    const { tmdb } = await open(DUNES)
    expect(names(await tmdb.search('dune', { locale: 'en-US' }))).toEqual([
      'film Dune (2021)',
      'film Dune: Part Two (2024)',
      'film Dune (1984)',
      'show Dune: Prophecy (2024)',
      'show Dune',
      'film Düne',
      'film Jodorowsky’s Dune (2013)',
    ])
  })

  it('gives posters and refs', async () => {
    const { tmdb } = await open(DUNES)
    const found = await tmdb.search('dune', { locale: 'en-US' })
    expect(found[0]).toEqual({
      ref: { kind: 'film', source: 'tmdb', value: '438631' },
      name: 'Dune',
      year: 2021,
      posterPath: '/438631.jpg',
    })
    expect(found[3]).toEqual({
      ref: { kind: 'show', source: 'tmdb', value: '90228' },
      name: 'Dune: Prophecy',
      year: 2024,
    })
  })

  it('asks for one kind, a year and the reader’s language', async () => {
    const { tmdb, asked } = await open(DUNES)
    await tmdb.search('Dune & more?', { locale: 'pt-BR', kind: 'film', year: 2021 })
    await tmdb.search('dune', { locale: 'es-419', kind: 'show', year: 2024 })
    expect(asked.map(({ pathname, searchParams }) => [pathname, Object.fromEntries(searchParams)])).toEqual([
      [
        '/3/search/movie',
        { query: 'Dune & more?', language: 'pt-BR', include_adult: 'false', primary_release_year: '2021' },
      ],
      [
        '/3/search/tv',
        { query: 'dune', language: 'es-MX', include_adult: 'false', first_air_date_year: '2024' },
      ],
    ])
  })

  it('stops at twenty', async () => {
    const many = Array.from({ length: 20 }, (_, at) => film(at + 1, `Film ${at}`, '2020-01-01', at))
    const { tmdb } = await open({
      'search/movie': results(...many),
      'search/tv': results(show(1, 'Film', null, 1)),
    })
    expect(await tmdb.search('film', { locale: 'de' })).toHaveLength(20)
  })

  it('lives with whatever is missing', async () => {
    const bare = { id: 5, title: null, original_title: '砂の惑星', poster_path: '/../evil', popularity: null }
    const { tmdb } = await open({ 'search/movie': results(bare), 'search/tv': { results: [] } })
    expect(await tmdb.search('砂', { locale: 'ja' })).toEqual([
      { ref: { kind: 'film', source: 'tmdb', value: '5' }, name: '砂の惑星' },
    ])
  })
})

const DUNE = {
  ...film(438631, 'Dune', '2021-09-15', 120, { poster_path: '/dune.jpg' }),
  overview: 'Paul Atreides goes to Arrakis.',
  runtime: 155,
  genres: [
    { id: 878, name: 'Science Fiction' },
    { id: 12, name: 'Adventure' },
    { id: 1, name: null },
  ],
  external_ids: { imdb_id: 'tt1160419', wikidata_id: null, tvdb_id: null },
  release_dates: {
    results: [
      {
        iso_3166_1: 'IT',
        release_dates: [{ type: 1, release_date: '2021-09-03T00:00:00.000Z', certification: '' }],
      },
      {
        iso_3166_1: 'DE',
        release_dates: [
          { type: 3, release_date: '2021-09-16T00:00:00.000Z', certification: '12' },
          { type: 5, release_date: '2022-01-20T00:00:00.000Z', certification: '' },
        ],
      },
      {
        iso_3166_1: 'US',
        release_dates: [
          { type: 4, release_date: '2021-10-22T00:00:00.000Z', certification: 'PG-13' },
          { type: 3, release_date: '2021-10-22T00:00:00.000Z', certification: 'PG-13' },
          { type: 5, release_date: '2022-01-11T00:00:00.000Z', certification: '' },
        ],
      },
      {
        iso_3166_1: 'FR',
        release_dates: [
          { type: 2, release_date: '2021-09-14T00:00:00.000Z', certification: 'TP' },
          { type: 3, release_date: '2021-09-15T00:00:00.000Z', certification: 'TP' },
        ],
      },
    ],
  },
}

const day = (text: string) => Date.parse(`${text}T00:00:00Z`)
const ref = (kind: 'film' | 'show', value: string | number, source: 'tmdb' | 'imdb' | 'tvdb' = 'tmdb') => ({
  kind,
  source,
  value: String(value),
})

describe('a film', () => {
  it('comes with its dates and rating in the reader’s country', async () => {
    const { tmdb, asked } = await open({ 'movie/438631': DUNE })
    expect(await tmdb.title(ref('film', 438631), 'de')).toEqual({
      kind: 'film',
      ids: { tmdb: '438631', imdb: 'tt1160419' },
      name: 'Dune',
      year: 2021,
      runtimeMinutes: 155,
      genres: ['Science Fiction', 'Adventure'],
      certification: '12',
      overview: 'Paul Atreides goes to Arrakis.',
      posterPath: '/dune.jpg',
      releases: { cinema: day('2021-09-16'), digital: day('2021-10-22'), physical: day('2022-01-20') },
    })
    expect(asked).toHaveLength(1)
  })

  it.each([
    ['en-US', 'PG-13', '2021-10-22', '2022-01-11'],
    ['fr', 'TP', '2021-09-14', '2022-01-11'],
    ['ja', 'PG-13', '2021-10-22', '2022-01-11'],
    ['es-419', 'PG-13', '2021-10-22', '2022-01-11'],
    ['not a language', 'PG-13', '2021-10-22', '2022-01-11'],
  ])('for %s is rated %s', async (locale, certification, cinema, physical) => {
    const { tmdb } = await open({ 'movie/438631': DUNE })
    expect(await tmdb.title(ref('film', 438631), locale)).toMatchObject({
      certification,
      releases: { cinema: day(cinema), physical: day(physical) },
    })
  })

  it('takes the earliest date when no country near knows one', async () => {
    const dates = (type: number) => [
      {
        iso_3166_1: 'KR',
        release_dates: [{ type, release_date: '2021-10-20T00:00:00.000Z', certification: '12' }],
      },
      {
        iso_3166_1: 'BR',
        release_dates: [{ type, release_date: '2021-10-19T00:00:00.000Z', certification: '' }],
      },
    ]
    const only = { results: [...dates(4), ...dates(6)] }
    const { tmdb } = await open({ 'movie/438631': { ...DUNE, release_dates: only } })
    const found = await tmdb.title(ref('film', 438631), 'de')
    expect(found?.releases).toEqual({ cinema: day('2021-09-15'), digital: day('2021-10-19') })
    expect(found).not.toHaveProperty('certification')
  })

  it('lives with whatever is missing', async () => {
    const { tmdb } = await open({
      'movie/1': {
        id: 1,
        title: 'Rumour',
        release_date: '',
        overview: '',
        runtime: 0,
        external_ids: { imdb_id: '' },
      },
    })
    expect(await tmdb.title(ref('film', 1), 'en-GB')).toEqual({
      kind: 'film',
      ids: { tmdb: '1' },
      name: 'Rumour',
      genres: [],
      releases: {},
    })
  })

  it('that nobody knows is undefined', async () => {
    const { tmdb } = await open({})
    expect(await tmdb.title(ref('film', 1), 'en-US')).toBeUndefined()
    expect(await tmdb.title(ref('show', '../movie/1'), 'en-US')).toBeUndefined()
  })
})

describe('a show', () => {
  it('comes with its numbers and rating, and can be seen at home from its first evening', async () => {
    const { tmdb } = await open({
      'tv/1399': {
        ...show(1399, 'Game of Thrones', '2011-04-17', 300),
        overview: 'Seven noble families fight.',
        episode_run_time: [60, 55],
        genres: [{ name: 'Drama' }],
        status: 'Ended',
        seasons: [
          { season_number: 2, episode_count: 10, air_date: '2012-04-01' },
          { season_number: 0, episode_count: 14, air_date: null },
          { season_number: 1, episode_count: 10, air_date: '2011-04-17' },
        ],
        external_ids: { imdb_id: 'tt0944947', tvdb_id: 121361 },
        content_ratings: {
          results: [
            { iso_3166_1: 'DE', rating: '16' },
            { iso_3166_1: 'US', rating: 'TV-MA' },
          ],
        },
      },
    })
    expect(await tmdb.title(ref('show', 1399), 'de')).toEqual({
      kind: 'show',
      ids: { tmdb: '1399', imdb: 'tt0944947', tvdb: '121361' },
      name: 'Game of Thrones',
      year: 2011,
      runtimeMinutes: 60,
      genres: ['Drama'],
      certification: '16',
      overview: 'Seven noble families fight.',
      releases: { digital: day('2011-04-17') },
      seasons: [
        { number: 0, episodes: 14 },
        { number: 1, episodes: 10, firstAired: day('2011-04-17') },
        { number: 2, episodes: 10, firstAired: day('2012-04-01') },
      ],
      ended: true,
    })
  })

  it.each([
    ['Returning Series', false],
    ['In Production', false],
    ['Canceled', true],
  ])('that is called %s has ended: %s', async (status, ended) => {
    const { tmdb } = await open({ 'tv/1399': { ...show(1399, 'Dark', '2017-12-01', 1), status } })
    expect((await tmdb.title(ref('show', 1399), 'en'))?.ended).toBe(ended)
  })

  it('tells the episodes of a season', async () => {
    const episodes = [
      { episode_number: 1, name: 'Secrets', air_date: '2017-12-01' },
      { episode_number: 2, name: '', air_date: null },
    ]
    const { tmdb } = await open({ 'tv/70523/season/1': { episodes } })
    expect(await tmdb.season('70523', 1, 'en')).toEqual([
      { episode: 1, name: 'Secrets', airsAt: day('2017-12-01') },
      { episode: 2 },
    ])
  })
})

describe('somebody else’s number', () => {
  const FOUND = { movie_results: [film(438631, 'Dune', '2021-09-15', 1)], tv_results: [] }

  it('leads to the title', async () => {
    const { tmdb, asked } = await open({ 'find/tt1160419': FOUND, 'movie/438631': DUNE })
    expect(await tmdb.find(ref('film', 'tt1160419', 'imdb'), 'de')).toMatchObject({
      ref: ref('film', 438631),
      name: 'Dune',
      year: 2021,
    })
    expect(asked[0]?.searchParams.get('external_source')).toBe('imdb_id')
    expect(await tmdb.title(ref('film', 'tt1160419', 'imdb'), 'de')).toMatchObject({
      name: 'Dune',
      runtimeMinutes: 155,
    })
  })

  it('of IMDb sets a wrong kind right, one of TVDB does not', async () => {
    const { tmdb, asked } = await open({ 'find/tt1160419': FOUND, 'find/77': FOUND })
    expect((await tmdb.find(ref('show', 'tt1160419', 'imdb'), 'de'))?.ref).toEqual(ref('film', 438631))
    expect(await tmdb.find(ref('show', 77, 'tvdb'), 'de')).toBeUndefined()
    expect(asked[1]?.searchParams.get('external_source')).toBe('tvdb_id')
  })

  it('that nobody has is undefined', async () => {
    const { tmdb } = await open({ 'find/tt0000001': { movie_results: [], tv_results: null } })
    expect(await tmdb.find(ref('film', 'tt0000001', 'imdb'), 'de')).toBeUndefined()
    expect(await tmdb.title(ref('film', 'tt0000001', 'imdb'), 'de')).toBeUndefined()
  })
})

describe('TMDB', () => {
  it('shows posters in public', async () => {
    const { tmdb } = await open({})
    expect(tmdb.posterUrl('/dune.jpg', 'w342')).toBe(`${IMAGES}/w342/dune.jpg`)
  })

  it('refuses a wrong token, which is not repeated', async () => {
    const { settings } = await open({})
    const tmdb = createTmdb({ ...settings, token: 'wrong-token' }, testHttp(), createClock())
    const fault = await faultOf(tmdb.search('dune', { locale: 'de' }))
    expect(fault).toMatchObject({ kind: 'unauthorised', service: 'TMDB', said: 'Invalid API key' })
  })

  it('is asked in turn, and a turn can be given up', async () => {
    const { tmdb, asked } = await open(DUNES)
    const started = performance.now()
    await Promise.all(Array.from({ length: 20 }, () => tmdb.search('dune', { locale: 'de', kind: 'film' })))
    // 20 turns of 1/35 s, of which the first two come at once.
    expect(performance.now() - started).toBeGreaterThan(500)
    const signal = AbortSignal.timeout(20)
    const calls = Array.from({ length: 20 }, () =>
      faultOf(
        tmdb.title(ref('film', 1), 'de', { signal }).then(() => Promise.reject(new Error('in time'))),
      ).catch(() => undefined),
    )
    const faults = (await Promise.all(calls)).filter((fault) => fault !== undefined)
    expect(faults.length).toBeGreaterThan(10)
    for (const fault of faults) expect(fault).toMatchObject({ kind: 'timeout', code: 'aborted' })
    expect(asked.length).toBeLessThan(30)
  })
})
