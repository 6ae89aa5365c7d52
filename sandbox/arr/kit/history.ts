import { problem } from './answers.ts'
import type { App } from './app.ts'
import { type Download, ENGLISH, outputPath, score } from './downloads.ts'
import { apiTime } from './json.ts'
import { qualityModel } from './qualities.ts'
import type { Query } from './query.ts'
import { type HistoryRow, nextId } from './state.ts'

/** Writes down what happened. */
export const remember = ({ state, clock }: App, row: Omit<HistoryRow, 'id' | 'date'>): void => {
  state.history.push({ ...row, id: nextId(state, 'history'), date: clock.now() })
}

/** Writes down what happened to a download: once for a film, once for every episode of a show. */
export const rememberDownload = (
  app: App,
  { titleId, rows, release, downloadId }: Download,
  event: string,
  data: HistoryRow['data'],
): void => {
  for (const { episodeId } of rows)
    remember(app, {
      titleId,
      ...(episodeId !== undefined && { episodeId }),
      event,
      sourceTitle: release.title,
      quality: release.quality,
      downloadId,
      data,
    })
}

/** The download client gives up, or a person does: off the queue it goes. No webhook tells of it. */
export const failDownload = (app: App, download: Download, message: string): void => {
  app.state.downloads = app.state.downloads.filter((one) => one !== download)
  rememberDownload(app, download, 'downloadFailed', {
    downloadClient: download.clientType,
    downloadClientName: download.client,
    message,
    releaseGroup: download.release.group,
    size: String(download.release.size),
    indexer: download.release.indexer,
  })
}

/** What a grab leaves in the history's `data`. */
export const grabbedData = ({ release, client, clientType }: Download): HistoryRow['data'] => ({
  indexer: release.indexer,
  releaseGroup: release.group,
  age: '0',
  ageHours: '0.5',
  ageMinutes: '30',
  downloadClient: clientType,
  downloadClientName: client,
  size: String(release.size),
  guid: `https://indexer.example/${release.title}`,
  protocol: release.protocol === 'usenet' ? '1' : '2',
  customFormatScore: String(score(release.formats)),
  releaseSource: 'Search',
  indexerFlags: release.flags.join(', ') || '0',
})

/** What an import leaves there. */
export const importedData = (
  download: Download | undefined,
  file: { id: number; path: string; size: number },
) => ({
  fileId: String(file.id),
  droppedPath: download && outputPath(download.release),
  importedPath: file.path,
  downloadClient: download?.clientType,
  downloadClientName: download?.client,
  releaseGroup: download?.release.group,
  size: String(file.size),
})

/** What the history shows of a row, but for the title it belongs to. */
export const historyFields = ({ state }: App, row: HistoryRow) => ({
  sourceTitle: row.sourceTitle,
  languages: [ENGLISH],
  quality: qualityModel(state.appName, row.quality),
  customFormats: [],
  customFormatScore: 0,
  qualityCutoffNotMet: false,
  date: apiTime(row.date),
  downloadId: row.downloadId,
  eventType: row.event,
  data: row.data,
  id: row.id,
})

/** Reads `eventType`, which may be a word or its number in the application's own list. */
export const eventFilter = (query: Query, words: readonly string[]): ((row: HistoryRow) => boolean) => {
  const sent = query.text('eventType')
  if (!sent) return () => true
  const word = words.find(
    (known, number) => known.toLowerCase() === sent.toLowerCase() || String(number) === sent,
  )
  if (!word) throw problem(400, { eventType: [`The value '${sent}' is not valid.`] })
  return ({ event }) => event === word
}

/** Reads `date`; without one, everything counts. */
export const sinceFilter = (query: Query): ((row: HistoryRow) => boolean) => {
  const sent = query.text('date')
  if (!sent) return () => true
  const from = Date.parse(sent)
  if (Number.isNaN(from)) throw problem(400, { date: [`The value '${sent}' is not valid.`] })
  return ({ date }) => date >= from
}
