import { onTestFinished } from 'vitest'
import { type RadarrStandIn, startRadarr } from '../../../sandbox/arr/radarr/start.ts'
import { createRadarr } from '../../../src/clients/arr/radarr.ts'
import type { ArrSettings, Radarr } from '../../../src/clients/arr/types.ts'
import type { Http } from '../../../src/clients/http/types.ts'
import { testHttp } from './http.ts'

export const DUNE = {
  tmdbId: 438631,
  imdbId: 'tt1160419',
  title: 'Dune',
  year: 2021,
  runtime: 155,
  genres: ['Science Fiction', 'Adventure'],
  overview: 'Paul Atreides goes to Arrakis.',
  certification: 'PG-13',
  inCinemas: '2021-09-15',
  digitalRelease: '2021-10-22',
  physicalRelease: '2022-01-11',
} as const

export const ARRIVAL = {
  tmdbId: 329865,
  title: 'Arrival',
  year: 2016,
  runtime: 116,
  genres: ['Drama'],
  overview: 'A linguist is asked for help.',
} as const

type Set = { stand: RadarrStandIn; settings: ArrSettings; http: Http; radarr: Radarr }

/** A Radarr to talk to, and the line to it, for one test. */
export const withRadarr = async (options: Partial<Parameters<typeof startRadarr>[0]> = {}): Promise<Set> => {
  const stand = await startRadarr({ titles: [DUNE, ARRIVAL], tags: ['films'], ...options })
  onTestFinished(() => stand.close())
  const base = options.urlBase ?? ''
  const settings = { url: `${new URL(stand.url).origin}${base}`, apiKey: stand.apiKey, name: 'Radarr' }
  const http = testHttp()
  return { stand, settings, http, radarr: createRadarr(settings, http) }
}
