import { expect, it } from 'vitest'
import { titlesOf } from '../../../sandbox/arr/from-catalogue.ts'
import { start as startRadarr } from './radarr-support.ts'
import { start as startSonarr } from './sonarr-support.ts'

const common = {
  year: 2010,
  runtime: 30,
  genres: ['Drama'],
  originalLanguage: 'en',
  country: 'US',
  popularity: 1,
  overview: 'Something happens.',
}

const titles = titlesOf({
  films: [{ ...common, tmdbId: 1, title: 'A film', originalTitle: 'Un film', inCinemas: '2010-01-01' }],
  shows: [
    {
      ...common,
      tmdbId: 1,
      tvdbId: 7,
      title: 'A show',
      originalTitle: 'A show',
      status: 'Canceled',
      network: 'VODO',
      seasons: [
        { number: 1, episodes: [{ number: 1, title: 'One', airDate: '2010-02-02' }] },
        { number: 2, episodes: [{ number: 1, title: 'Two' }] },
      ],
    },
    {
      ...common,
      tmdbId: 2,
      title: 'A show of unknown number',
      originalTitle: '',
      status: 'Planned',
      network: '',
      seasons: [],
    },
  ],
})

it('gives Radarr the films, though a show has the same number', async () => {
  const { ask } = await startRadarr({ titles })
  expect((await ask('GET', 'movie/lookup?term=tmdb:1')).json).toMatchObject([
    { title: 'A film', status: 'released' },
  ])
})

it('gives Sonarr the shows that TheTVDB numbers, down to their episodes', async () => {
  const { sonarr, ask } = await startSonarr({ titles })
  expect((await ask('GET', 'series/lookup?term=a show')).json).toMatchObject([
    { tvdbId: 7, ended: true, seasons: [{ seasonNumber: 1 }, { seasonNumber: 2 }] },
  ])
  sonarr.have(7)
  expect((await ask('GET', 'episode?seriesId=1')).json).toMatchObject([
    { title: 'One', airDate: '2010-02-02', tvdbId: 1 },
    { title: 'Two', tvdbId: 2 },
  ])
})
