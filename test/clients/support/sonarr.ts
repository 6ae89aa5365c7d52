import { onTestFinished } from 'vitest'
import { type SonarrStandIn, startSonarr } from '../../../sandbox/arr/sonarr/start.ts'
import { createSonarr } from '../../../src/clients/arr/sonarr.ts'
import type { ArrSettings, ShowToAdd, Sonarr } from '../../../src/clients/arr/types.ts'
import type { Http } from '../../../src/clients/http/types.ts'
import { testHttp } from './http.ts'

const DAY = 86_400_000

/** Seasons with so many episodes each, the first of them number `from`; a week lies between two episodes. */
const seasons = (start: string, from: number, ...counts: number[]) =>
  counts.map((count, index) => ({
    seasonNumber: from + index,
    episodes: Array.from({ length: count }, (_, place) => ({
      episodeNumber: place + 1,
      title: `Part ${place + 1}`,
      airDate: new Date(Date.parse(start) + (index * 52 + place) * 7 * DAY).toISOString().slice(0, 10),
    })),
  }))

/** A show that has come to its end, with specials; nobody knows when the second of them was on. */
export const lighthouse = () => ({
  tvdbId: 410001,
  tmdbId: 210001,
  imdbId: 'tt0410001',
  title: 'The Lighthouse Keepers',
  year: 2014,
  runtime: 45,
  genres: ['Drama', 'Mystery'],
  overview: 'Two keepers and a light that does not go out.',
  certification: 'TV-14',
  network: 'Coast One',
  ended: true,
  seasons: [
    {
      seasonNumber: 0,
      episodes: [
        { episodeNumber: 1, title: 'The making', airDate: '2014-12-24' },
        { episodeNumber: 2, title: 'Lost scenes' },
      ],
    },
    ...seasons('2014-03-03', 1, 3, 2, 2),
  ],
})

/** A show that goes on and on. */
export const longRun = () => ({
  tvdbId: 410002,
  tmdbId: 0,
  title: 'Harbour Street',
  year: 1985,
  runtime: 25,
  genres: [],
  overview: '',
  seasons: seasons('1985-01-07', 1, ...Array.from({ length: 37 }, () => 30)),
})

/** What is asked for of the show with lighthouses. */
export const toAdd = (more: Partial<ShowToAdd> = {}): ShowToAdd => ({
  tvdbId: 410001,
  title: 'The Lighthouse Keepers',
  year: 2014,
  profileId: 1,
  folder: '/data/tv',
  tagIds: [1],
  seriesType: 'standard',
  seasons: [2],
  future: false,
  ...more,
})

type Set = { stand: SonarrStandIn; settings: ArrSettings; http: Http; sonarr: Sonarr }

/** A Sonarr to talk to, and the line to it, for one test. */
export const withSonarr = async (options: Partial<Parameters<typeof startSonarr>[0]> = {}): Promise<Set> => {
  const stand = await startSonarr({ titles: [lighthouse(), longRun()], tags: ['shows'], ...options })
  onTestFinished(() => stand.close())
  const base = options.urlBase ?? ''
  const settings = { url: `${new URL(stand.url).origin}${base}`, apiKey: stand.apiKey, name: 'Sonarr' }
  const http = testHttp()
  return { stand, settings, http, sonarr: createSonarr(settings, http) }
}

/** The episodes of a show that are switched on, such as `2x1`. */
export const monitored = (stand: SonarrStandIn, tvdbId: number): string[] =>
  stand.state.episodes
    .filter((one) => one.seriesId === stand.series(tvdbId).id && one.monitored)
    .map(({ seasonNumber, known }) => `${seasonNumber}x${known.episodeNumber}`)

/** The seasons of a show that are switched on. */
export const monitoredSeasons = (stand: SonarrStandIn, tvdbId: number): number[] =>
  stand
    .series(tvdbId)
    .seasons.filter((season) => season.monitored)
    .map(({ seasonNumber }) => seasonNumber)

/** Switches everything of a show off, as somebody might have done. */
export const switchOff = (stand: SonarrStandIn, tvdbId: number): void => {
  const series = stand.series(tvdbId)
  Object.assign(series, { monitored: false, monitorNewItems: 'none' })
  for (const season of series.seasons) season.monitored = false
  for (const one of stand.state.episodes) if (one.seriesId === series.id) one.monitored = false
}
