import { describe, expect, it, onTestFinished } from 'vitest'
import type { Catalogue } from '../../../sandbox/tmdb/catalogue/types.ts'
import { startTmdb } from '../../../sandbox/tmdb/start-tmdb.ts'
import { createTmdb } from '../../../src/clients/tmdb/tmdb.ts'
import { createClock } from '../../../src/platform/clock.ts'
import { testHttp } from '../support/http.ts'

const CATALOGUE: Catalogue = {
  films: [
    {
      tmdbId: 438631,
      imdbId: 'tt1160419',
      title: 'Dune',
      originalTitle: 'Dune',
      year: 2021,
      runtime: 155,
      genres: ['Science Fiction', 'Adventure'],
      originalLanguage: 'en',
      country: 'US',
      certification: 'PG-13',
      popularity: 90,
      overview: 'Paul Atreides goes to Arrakis.',
      inCinemas: '2021-09-15',
      digitalRelease: '2021-10-22',
      physicalRelease: '2022-01-11',
    },
    {
      tmdbId: 693134,
      title: 'Dune: Part Two',
      originalTitle: 'Dune: Part Two',
      year: 2024,
      runtime: 166,
      genres: ['Science Fiction'],
      originalLanguage: 'en',
      country: 'US',
      popularity: 95,
      overview: 'Paul Atreides stays on Arrakis.',
      inCinemas: '2024-02-27',
    },
  ],
  shows: [
    {
      tmdbId: 90228,
      imdbId: 'tt10466872',
      tvdbId: 367118,
      title: 'Dune: Prophecy',
      originalTitle: 'Dune: Prophecy',
      year: 2024,
      runtime: 60,
      genres: ['Sci-Fi & Fantasy'],
      originalLanguage: 'en',
      country: 'US',
      certification: 'TV-MA',
      popularity: 40,
      overview: 'Two sisters have plans.',
      status: 'Returning Series',
      network: 'HBO',
      seasons: [{ number: 1, episodes: [{ number: 1, title: 'The Hidden Hand', airDate: '2024-11-17' }] }],
    },
  ],
}

const open = async () => {
  const stand = await startTmdb({ catalogue: CATALOGUE })
  onTestFinished(() => stand.close())
  const settings = { apiUrl: stand.url, imageUrl: stand.imageUrl, token: stand.token }
  return { stand, tmdb: createTmdb(settings, testHttp(), createClock()) }
}

describe('the stand-in of TMDB', () => {
  it('is searched', async () => {
    const { tmdb } = await open()
    const found = await tmdb.search('dune', { locale: 'en-US' })
    expect(found.map(({ ref, name, year }) => [ref.kind, ref.value, name, year])).toEqual([
      ['film', '438631', 'Dune', 2021],
      ['film', '693134', 'Dune: Part Two', 2024],
      ['show', '90228', 'Dune: Prophecy', 2024],
    ])
    expect(await tmdb.search('dune', { locale: 'en-US', year: 2024, kind: 'film' })).toHaveLength(1)
  })

  it('tells all about a film and a show', async () => {
    const { tmdb } = await open()
    expect(await tmdb.title({ kind: 'film', source: 'imdb', value: 'tt1160419' }, 'en-US')).toMatchObject({
      kind: 'film',
      ids: { tmdb: '438631', imdb: 'tt1160419' },
      name: 'Dune',
      year: 2021,
      runtimeMinutes: 155,
      genres: ['Science Fiction', 'Adventure'],
      certification: 'PG-13',
      overview: 'Paul Atreides goes to Arrakis.',
      releases: { digital: Date.UTC(2021, 9, 22), physical: Date.UTC(2022, 0, 11) },
    })
    expect(await tmdb.title({ kind: 'show', source: 'tvdb', value: '367118' }, 'en-US')).toMatchObject({
      kind: 'show',
      ids: { tmdb: '90228', imdb: 'tt10466872', tvdb: '367118' },
      name: 'Dune: Prophecy',
      certification: 'TV-MA',
      releases: { digital: Date.UTC(2024, 10, 17) },
    })
    expect(await tmdb.title({ kind: 'film', source: 'tmdb', value: '1' }, 'en-US')).toBeUndefined()
    expect(await tmdb.find({ kind: 'film', source: 'imdb', value: 'tt0000001' }, 'en-US')).toBeUndefined()
  })

  it('is never asked more often than it allows', async () => {
    const { tmdb } = await open()
    const searches = Array.from({ length: 40 }, (_, at) => tmdb.search(`dune ${at}`, { locale: 'en-US' }))
    expect((await Promise.allSettled(searches)).filter(({ status }) => status === 'rejected')).toEqual([])
  })

  it('serves its posters', async () => {
    const { tmdb } = await open()
    const [dune] = await tmdb.search('dune', { locale: 'en-US' })
    const poster = await fetch(tmdb.posterUrl(dune?.posterPath ?? '', 'w342'))
    expect(poster.status).toBe(200)
    expect(poster.headers.get('content-type')).toMatch(/^image\//)
  })
})
