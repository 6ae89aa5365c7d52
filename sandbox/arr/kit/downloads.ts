import { randomBytes } from 'node:crypto'
import { apiSpan, apiTime } from './json.ts'
import { type CustomFormat, qualityModel } from './qualities.ts'
import type { AppName, State } from './state.ts'

type ReleaseType = 'singleEpisode' | 'multiEpisode' | 'seasonPack'

/** Something an indexer offers. */
export type Release = {
  title: string
  quality: string
  group: string
  indexer: string
  size: number
  protocol: 'usenet' | 'torrent'
  /** The indexer's marks, as the webhooks spell them: `G_Freeleech`. */
  flags: string[]
  formats: CustomFormat[]
  /** What Sonarr makes of the name; films have none. */
  releaseType?: ReleaseType
}

/** A release in a download client. `titleId` is the row of the film or series it is for. */
export type Download = {
  downloadId: string
  titleId: number
  /** Queue rows: one for a film, one for every episode of a show. */
  rows: { id: number; episodeId?: number }[]
  release: Release
  client: string
  clientType: string
  added: number
  sizeLeft: number
  /** How long the whole download takes, in the stand-in's world. */
  takes: number
  status: 'queued' | 'paused' | 'downloading' | 'completed' | 'failed' | 'warning' | 'delay'
  trackedState: 'downloading' | 'importPending' | 'importBlocked' | 'importing' | 'imported' | 'failedPending'
  trackedStatus: 'ok' | 'warning' | 'error'
  messages: { title: string; messages: string[] }[]
  errorMessage?: string
}

export const ENGLISH = { id: 1, name: 'English' }

const CLIENTS = {
  usenet: { client: 'NZBGet main', clientType: 'NZBGet', folder: '/data/usenet/complete' },
  torrent: { client: 'qBittorrent', clientType: 'qBittorrent', folder: '/data/torrents' },
}

/** Where the client puts a finished download. */
export const outputPath = ({ protocol, title }: Release): string => `${CLIENTS[protocol].folder}/${title}`

/** Hands a release to the download client. */
export const startDownload = (
  release: Release,
  titleId: number,
  rows: Download['rows'],
  now: number,
  takes: number,
): Download => {
  const { client, clientType } = CLIENTS[release.protocol]
  const id = randomBytes(release.protocol === 'torrent' ? 20 : 16).toString('hex')
  return {
    downloadId: release.protocol === 'torrent' ? id.toUpperCase() : id,
    titleId,
    rows,
    release,
    client,
    clientType,
    added: now,
    sizeLeft: release.size,
    takes,
    status: 'queued',
    trackedState: 'downloading',
    trackedStatus: 'ok',
    messages: [],
  }
}

/** The client has got so far. From 100 on it is done and waits to be imported. */
export const advance = (download: Download, percent: number): void => {
  download.sizeLeft = Math.round(download.release.size * (1 - Math.min(100, percent) / 100))
  download.status = percent >= 100 ? 'completed' : 'downloading'
  download.trackedState = percent >= 100 ? 'importPending' : 'downloading'
}

export const score = (formats: readonly CustomFormat[]): number =>
  formats.reduce((sum, format) => sum + format.score, 0)

/** What the queue shows of a download, but for the title it belongs to. */
export const queueFields = (app: AppName, download: Download, now: number) => {
  const { release, sizeLeft, takes, status } = download
  const left = status === 'downloading' || status === 'queued' ? (sizeLeft / release.size) * takes : 0
  const moving = status === 'downloading' || status === 'completed'
  return {
    languages: [ENGLISH],
    quality: qualityModel(app, release.quality),
    customFormats: release.formats.map(({ id, name }) => ({ id, name })),
    customFormatScore: score(release.formats),
    size: release.size,
    title: release.title,
    ...(moving && { estimatedCompletionTime: apiTime(now + left) }),
    added: apiTime(download.added),
    status,
    trackedDownloadStatus: download.trackedStatus,
    trackedDownloadState: download.trackedState,
    statusMessages: download.messages,
    errorMessage: download.errorMessage,
    downloadId: download.downloadId,
    protocol: release.protocol,
    downloadClient: download.client,
    downloadClientHasPostImportCategory: false,
    indexer: release.indexer,
    outputPath: outputPath(release),
    sizeleft: sizeLeft,
    ...(moving && { timeleft: apiSpan(left) }),
  }
}

/** How the queue as a whole stands. */
export const queueStatus = ({ downloads }: State) => {
  const rows = downloads.flatMap(({ rows, trackedStatus }) => rows.map(() => trackedStatus))
  return {
    totalCount: rows.length,
    count: rows.length,
    unknownCount: 0,
    errors: rows.includes('error'),
    warnings: rows.includes('warning'),
    unknownErrors: false,
    unknownWarnings: false,
  }
}
