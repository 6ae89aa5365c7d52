import { nothing, ok, Refusal } from '../kit/answers.ts'
import type { App } from '../kit/app.ts'
import { readBody } from '../kit/body.ts'
import type { createCommands } from '../kit/commands.ts'
import { type Download, queueFields, queueStatus } from '../kit/downloads.ts'
import { eventFilter, historyFields, remember, sinceFilter } from '../kit/history.ts'
import { page } from '../kit/paging.ts'
import type { Query } from '../kit/query.ts'
import type { Route } from '../kit/router.ts'
import type { HistoryRow } from '../kit/state.ts'
import { failDownload } from './happenings.ts'
import { movieResource } from './resources.ts'
import type { RadarrState } from './state.ts'

type Radarr = App<RadarrState>

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

/** Takes a download off the queue; what else happens, the query says. */
const takeOff = (app: Radarr, work: ReturnType<typeof createCommands>, id: number, query: Query) => {
  const { state } = app
  const download = state.downloads.find(({ rows }) => rows.some((row) => row.id === id))
  const movie = state.movies.find((one) => one.id === download?.titleId)
  if (!download || !movie)
    throw new Refusal({ status: 404, json: { message: 'NotFound' }, type: 'application/json' })
  state.downloads = state.downloads.filter((one) => one !== download)
  if (query.bool('blocklist', false)) {
    failDownload(app, movie, download, 'Manually marked as failed')
    state.offers.delete(movie.title.tmdbId)
    if (!query.bool('skipRedownload', false))
      work.push('MoviesSearch', { movieIds: [movie.id] }, 'unspecified')
  } else if (!query.bool('removeFromClient', true)) {
    remember(app, {
      titleId: movie.id,
      event: 'downloadIgnored',
      sourceTitle: download.release.title,
      quality: download.release.quality,
      downloadId: download.downloadId,
      data: {
        downloadClient: download.clientType,
        downloadClientName: download.client,
        message: 'Manually ignored',
      },
    })
  }
}

/** What is going on and what went on: queue and history. */
export const activityRoutes = (app: Radarr, work: ReturnType<typeof createCommands>): Route[] => {
  const { state, clock } = app
  const movieOf = (id: number) => state.movies.find((one) => one.id === id)

  const queueRow = (withMovie: boolean) => (download: Download) => {
    const movie = movieOf(download.titleId)
    return {
      movieId: download.titleId,
      ...(withMovie && movie && { movie: movieResource(state, movie, clock.now()) }),
      ...queueFields('Radarr', download, clock.now()),
      id: download.rows[0]?.id,
    }
  }

  const historyRow = (query: Query) => {
    const withMovie = query.bool('includeMovie', false)
    return (row: HistoryRow) => {
      const movie = movieOf(row.titleId)
      return {
        movieId: row.titleId,
        ...historyFields(app, row),
        ...(withMovie && movie && { movie: movieResource(state, movie, clock.now()) }),
      }
    }
  }

  return [
    {
      method: 'GET',
      path: 'queue',
      handle: ({ query }) => {
        const ids = query.ints('movieIds')
        const rows = state.downloads.filter(({ titleId }) => ids.length === 0 || ids.includes(titleId))
        const columns = {
          timeleft: ({ sizeLeft, takes, release }: Download) => (sizeLeft / release.size) * takes,
          title: ({ release }: Download) => release.title,
          status: ({ status }: Download) => status,
          size: ({ release }: Download) => release.size,
        }
        return ok(page(rows, query, columns, 'timeleft', queueRow(query.bool('includeMovie', false))))
      },
    },
    {
      method: 'GET',
      path: 'queue/details',
      handle: ({ query }) => {
        const id = query.int('movieId')
        const rows = state.downloads.filter(({ titleId }) => id === undefined || titleId === id)
        return ok(rows.map(queueRow(query.bool('includeMovie', false))))
      },
    },
    { method: 'GET', path: 'queue/status', handle: () => ok(queueStatus(state)) },
    {
      method: 'DELETE',
      path: 'queue/{id}',
      handle: ({ ids, query }) => {
        takeOff(app, work, ids[0] ?? 0, query)
        return nothing
      },
    },
    {
      method: 'DELETE',
      path: 'queue/bulk',
      handle: ({ body, query }) => {
        for (const id of readBody(body, { ids: 'ints' }).ids ?? []) takeOff(app, work, id, query)
        return ok({})
      },
    },
    {
      method: 'GET',
      path: 'history',
      handle: ({ query }) => {
        const movieIds = query.ints('movieIds')
        const downloadId = query.text('downloadId')
        const rows = state.history
          .filter(eventFilter(query, EVENTS))
          .filter(({ titleId }) => movieIds.length === 0 || movieIds.includes(titleId))
          .filter((row) => !downloadId || row.downloadId === downloadId)
        const columns = {
          date: ({ date, id }: HistoryRow) => date + id / 1e6,
          id: ({ id }: HistoryRow) => id,
        }
        return ok(page(rows, query, columns, 'date', historyRow(query)))
      },
    },
    {
      method: 'GET',
      path: 'history/since',
      handle: ({ query }) => {
        const rows = state.history.filter(sinceFilter(query)).filter(eventFilter(query, EVENTS))
        return ok(rows.map(historyRow(query)))
      },
    },
    {
      method: 'GET',
      path: 'history/movie',
      handle: ({ query }) => {
        const movieId = query.int('movieId')
        const rows = state.history
          .filter(({ titleId }) => titleId === movieId)
          .filter(eventFilter(query, EVENTS))
        return ok(rows.map(historyRow(query)).reverse())
      },
    },
  ]
}
