import { nothing, ok, Refusal } from './answers.ts'
import type { App } from './app.ts'
import { readBody } from './body.ts'
import { type Download, queueFields, queueStatus } from './downloads.ts'
import { eventFilter, failDownload, historyFields, rememberDownload, sinceFilter } from './history.ts'
import type { Json } from './json.ts'
import { page } from './paging.ts'
import type { Query } from './query.ts'
import type { Request, Route } from './router.ts'
import type { HistoryRow } from './state.ts'

/** One row of the queue. A download of several episodes has as many. */
type QueueRow = { download: Download; id: number; episodeId?: number }

/** What the two applications' queues and histories don't have in common. */
export type Particulars = {
  /** The history's events, each at the place of its number. */
  events: readonly string[]
  /** What a row says of the title it is about, with as much of it as the query asks for. */
  queueTitle(row: QueueRow, query: Query): Json
  historyTitle(row: HistoryRow, query: Query): Json
  /** Which rows a query asks for. */
  queueFilter(query: Query): (row: QueueRow) => boolean
  historyFilter(query: Query): (row: HistoryRow) => boolean
  /** The history of one title. */
  ofTitle: { path: string; filter(query: Query): (row: HistoryRow) => boolean }
  /** A release is not to be taken again. */
  blocklist(download: Download): void
  /** Looks again for what a download was for. */
  searchAgain(download: Download): void
}

const COLUMNS = {
  timeleft: ({ download }: QueueRow) => (download.sizeLeft / download.release.size) * download.takes,
  title: ({ download }: QueueRow) => download.release.title,
  status: ({ download }: QueueRow) => download.status,
  size: ({ download }: QueueRow) => download.release.size,
  added: ({ download }: QueueRow) => download.added,
}

const HISTORY_COLUMNS = {
  // Rows of the same moment keep the order in which they were written.
  date: ({ date, id }: HistoryRow) => date + id / 1e6,
  id: ({ id }: HistoryRow) => id,
}

/** Takes a download off the queue; what else happens, the query says. */
const takeOff = (app: App, particulars: Particulars, id: number, query: Query) => {
  const { state } = app
  const download = state.downloads.find(({ rows }) => rows.some((row) => row.id === id))
  if (!download) throw new Refusal({ status: 404, json: { message: 'NotFound' }, type: 'application/json' })
  if (query.bool('blocklist', false)) {
    failDownload(app, download, 'Manually marked as failed')
    particulars.blocklist(download)
    if (!query.bool('skipRedownload', false)) particulars.searchAgain(download)
    return
  }
  state.downloads = state.downloads.filter((one) => one !== download)
  if (!query.bool('removeFromClient', true))
    rememberDownload(app, download, 'downloadIgnored', {
      downloadClient: download.clientType,
      downloadClientName: download.client,
      message: 'Manually ignored',
    })
}

/** What is going on and what went on: queue and history. */
export const activityRoutes = (app: App, particulars: Particulars): Route[] => {
  const { state, clock } = app

  const queue = (query: Query): QueueRow[] =>
    state.downloads
      .flatMap((download) => download.rows.map((row) => ({ download, ...row })))
      .filter(particulars.queueFilter(query))

  const queueRow = (query: Query) => (row: QueueRow) => ({
    ...particulars.queueTitle(row, query),
    ...queueFields(state.appName, row.download, clock.now()),
    id: row.id,
  })

  const historyRow = (query: Query) => (row: HistoryRow) => ({
    ...particulars.historyTitle(row, query),
    ...historyFields(app, row),
  })

  const history = (query: Query, filter: (row: HistoryRow) => boolean) =>
    state.history.filter(eventFilter(query, particulars.events)).filter(filter)

  return [
    {
      method: 'GET',
      path: 'queue',
      handle: ({ query }) => ok(page(queue(query), query, COLUMNS, 'timeleft', queueRow(query), true)),
    },
    { method: 'GET', path: 'queue/details', handle: ({ query }) => ok(queue(query).map(queueRow(query))) },
    { method: 'GET', path: 'queue/status', handle: () => ok(queueStatus(state)) },
    {
      method: 'DELETE',
      path: 'queue/{id}',
      handle: ({ ids, query }) => {
        takeOff(app, particulars, ids[0] ?? 0, query)
        return nothing
      },
    },
    {
      method: 'DELETE',
      path: 'queue/bulk',
      handle: ({ body, query }: Request) => {
        for (const id of readBody(body, { ids: 'ints' }).ids ?? []) takeOff(app, particulars, id, query)
        return ok({})
      },
    },
    {
      method: 'GET',
      path: 'history',
      handle: ({ query }) => {
        const downloadId = query.text('downloadId')
        const rows = history(query, particulars.historyFilter(query)).filter(
          (row) => !downloadId || row.downloadId === downloadId,
        )
        return ok(page(rows, query, HISTORY_COLUMNS, 'date', historyRow(query)))
      },
    },
    {
      method: 'GET',
      path: 'history/since',
      handle: ({ query }) => ok(history(query, sinceFilter(query)).map(historyRow(query))),
    },
    {
      method: 'GET',
      path: particulars.ofTitle.path,
      handle: ({ query }) =>
        ok(history(query, particulars.ofTitle.filter(query)).map(historyRow(query)).reverse()),
    },
  ]
}
