import { failure, ok } from '../kit/answers.ts'
import type { App } from '../kit/app.ts'
import type { Route } from '../kit/router.ts'
import { searchTitles } from '../kit/titles.ts'
import { since } from '../kit/versions.ts'
import { isShow } from './library.ts'
import { seriesFolder, seriesResource, UNCOUNTED, unknownSeries } from './resources.ts'
import type { Show, SonarrState } from './state.ts'

/** What a term such as `tvdb:81189` names; version 3 knew only TheTVDB's numbers. */
const search = ({ titles, version }: SonarrState, term: string): Show[] => {
  const shows = titles.filter(isShow)
  const [, kind = '', id = ''] = /^(tvdb|tmdb|imdb)(?:id)?:\s*(.*)$/i.exec(term) ?? []
  if (kind === '') return searchTitles(shows, term)
  const isKnown = kind.toLowerCase() === 'tvdb' || since(version, '4.0.0')
  const keys = { tvdb: 'tvdbId', tmdb: 'tmdbId', imdb: 'imdbId' } as const
  const key = keys[kind.toLowerCase() as keyof typeof keys]
  return isKnown ? shows.filter((show) => String(show[key]) === id.trim().toLowerCase()).slice(0, 1) : []
}

/** What Sonarr finds out about shows by asking its metadata service. */
export const lookupRoutes = ({ state, clock }: App<SonarrState>): Route[] => [
  {
    method: 'GET',
    path: 'series/lookup',
    handle: ({ query }) => {
      const term = query.text('term')?.trim()
      if (!term)
        throw failure(503, `Search for '${term ?? ''}' failed. Invalid response received from SkyHook.`)
      // A show of the library stands with its own row, so that its `id` tells that it is there; nothing is counted.
      const found = search(state, term).map((show) => {
        const series = state.series.find(({ title }) => title === show)
        const resource = series ? seriesResource(state, series, clock.now()) : unknownSeries(state, show)
        return {
          ...resource,
          seasons: resource.seasons.map(({ seasonNumber, monitored }) => ({ seasonNumber, monitored })),
          remotePoster: resource.images[1]?.remoteUrl,
          folder: seriesFolder(show),
          statistics: { seasonCount: show.seasons.length, ...UNCOUNTED },
        }
      })
      return ok(found)
    },
  },
]
