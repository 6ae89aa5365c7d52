import type { Particulars } from '../kit/activity.ts'
import type { App } from '../kit/app.ts'
import type { createCommands } from '../kit/commands.ts'
import type { Query } from '../kit/query.ts'
import { movieResource } from './resources.ts'
import type { RadarrState } from './state.ts'

/** The events of Radarr's history, each at the place of its number. */
const EVENTS = [
  'unknown',
  'grabbed',
  '',
  'downloadFolderImported',
  'downloadFailed',
  '',
  'movieFileDeleted',
  'movieFolderImported',
  'movieFileRenamed',
  'downloadIgnored',
]

/** How Radarr's queue and history speak of films. */
export const filmActivity = (app: App<RadarrState>, work: ReturnType<typeof createCommands>): Particulars => {
  const { state, clock } = app

  const title = (movieId: number, query: Query) => {
    const movie = state.movies.find(({ id }) => id === movieId)
    return {
      movieId,
      movie:
        query.bool('includeMovie', false) && movie ? movieResource(state, movie, clock.now()) : undefined,
    }
  }

  const among =
    (ids: number[]) =>
    ({ titleId }: { titleId: number }) =>
      ids.length === 0 || ids.includes(titleId)

  return {
    events: EVENTS,
    queueTitle: ({ download }, query) => title(download.titleId, query),
    historyTitle: ({ titleId }, query) => title(titleId, query),
    queueFilter: (query) => {
      const isAmong = among([...query.ints('movieIds'), ...query.ints('movieId')])
      return ({ download }) => isAmong(download)
    },
    historyFilter: (query) => among(query.ints('movieIds')),
    ofTitle: {
      path: 'history/movie',
      filter: (query) => {
        const movieId = query.int('movieId')
        return ({ titleId }) => titleId === movieId
      },
    },
    blocklist: ({ titleId }) => {
      const movie = state.movies.find(({ id }) => id === titleId)
      if (movie) state.offers.delete(movie.title.tmdbId)
    },
    searchAgain: ({ titleId }) => {
      work.push('MoviesSearch', { movieIds: [titleId] }, 'unspecified')
    },
  }
}
