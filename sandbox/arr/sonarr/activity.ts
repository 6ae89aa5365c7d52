import type { Particulars } from '../kit/activity.ts'
import type { App } from '../kit/app.ts'
import type { createCommands } from '../kit/commands.ts'
import type { Query } from '../kit/query.ts'
import { episodeResource, seriesResource } from './resources.ts'
import type { SonarrState } from './state.ts'

/** The events of Sonarr's history, each at the place of its number. */
const EVENTS = [
  'unknown',
  'grabbed',
  'seriesFolderImported',
  'downloadFolderImported',
  'downloadFailed',
  'episodeFileDeleted',
  'episodeFileRenamed',
  'downloadIgnored',
]

/** How Sonarr's queue and history speak of episodes. */
export const showActivity = (app: App<SonarrState>, work: ReturnType<typeof createCommands>): Particulars => {
  const { state, clock } = app

  const title = (seriesId: number, episodeId: number | undefined, query: Query) => {
    const series = query.bool('includeSeries', false)
      ? state.series.find(({ id }) => id === seriesId)
      : undefined
    const episode = state.episodes.find(({ id }) => id === episodeId)
    const shown = query.bool('includeEpisode', false) ? episode : undefined
    return {
      seriesId,
      episodeId,
      series: series && seriesResource(state, series, clock.now()),
      episode: shown && episodeResource(state, shown),
    }
  }

  const among = (ids: number[]) => (id: number) => ids.length === 0 || ids.includes(id)

  return {
    events: EVENTS,
    queueTitle: ({ download, episodeId }, query) => {
      const episode = state.episodes.find(({ id }) => id === episodeId)
      return {
        ...title(download.titleId, episodeId, query),
        seasonNumber: episode?.seasonNumber,
        episodeHasFile: (episode?.fileId ?? 0) > 0,
      }
    },
    historyTitle: ({ titleId, episodeId }, query) => title(titleId, episodeId, query),
    queueFilter: (query) => {
      const isSeries = among([...query.ints('seriesIds'), ...query.ints('seriesId')])
      const isEpisode = among(query.ints('episodeIds'))
      return ({ download, episodeId = 0 }) => isSeries(download.titleId) && isEpisode(episodeId)
    },
    historyFilter: (query) => {
      const isSeries = among(query.ints('seriesIds'))
      const isEpisode = among(query.ints('episodeId'))
      return ({ titleId, episodeId = 0 }) => isSeries(titleId) && isEpisode(episodeId)
    },
    ofTitle: {
      path: 'history/series',
      filter: (query) => {
        const seriesId = query.int('seriesId')
        const season = query.int('seasonNumber')
        const inSeason = (id: number | undefined) =>
          season === undefined || state.episodes.some((one) => one.id === id && one.seasonNumber === season)
        return ({ titleId, episodeId }) => titleId === seriesId && inSeason(episodeId)
      },
    },
    blocklist: ({ release }) => {
      state.offers = state.offers.filter((offer) => offer.release.title !== release.title)
    },
    searchAgain: ({ rows }) => {
      work.push('EpisodeSearch', { episodeIds: rows.map(({ episodeId }) => episodeId) }, 'unspecified')
    },
  }
}
