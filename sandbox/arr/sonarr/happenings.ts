import type { App } from '../kit/app.ts'
import { publish } from '../kit/connections/publish.ts'
import { advance, type Download, type Release, startDownload } from '../kit/downloads.ts'
import { grabbedData, importedData, remember, rememberDownload } from '../kit/history.ts'
import { nextId } from '../kit/state.ts'
import { folderTitle } from '../kit/titles.ts'
import {
  type DeleteReason,
  downloadEvent,
  fileDeletedEvent,
  grabEvent,
  type Imported,
  importCompleteEvent,
  manualInteractionEvent,
  renameEvent,
  seriesDeleteEvent,
} from './events.ts'
import { code, fileOf } from './library.ts'
import { sourceFolder } from './payload.ts'
import { fileName } from './releases.ts'
import type { Episode, EpisodeFile, Series, SonarrState } from './state.ts'

// What happens in Sonarr's world, each with its traces: the rows, the history, the queue, the event. Whoever causes it
// waits for the webhooks' receivers, because Sonarr does.

type Sonarr = App<SonarrState>

/** Ten minutes, when nobody says how long a download takes. */
const TAKES = 600_000

/** The episodes that a download is for. */
export const wantedBy = ({ episodes }: SonarrState, { rows }: Download): Episode[] =>
  rows.flatMap(({ episodeId }) => episodes.find(({ id }) => id === episodeId) ?? [])

/** Sonarr hands a release to the download client; the queue gets a row for every episode. */
export const grab = async (
  app: Sonarr,
  series: Series,
  episodes: readonly Episode[],
  release: Release,
  takes = TAKES,
): Promise<Download> => {
  const { state, clock } = app
  const rows = episodes.map(({ id: episodeId }) => ({ id: nextId(state, 'queue'), episodeId }))
  const download = startDownload(release, series.id, rows, clock.now(), takes)
  state.downloads.push(download)
  rememberDownload(app, download, 'grabbed', grabbedData(download))
  await publish(app, grabEvent(state, series, episodes, download))
  return download
}

/** A file leaves the library. */
export const deleteFile = async (
  app: Sonarr,
  series: Series,
  file: EpisodeFile,
  reason: DeleteReason,
): Promise<void> => {
  const { state } = app
  const episodes = state.episodes.filter(({ fileId }) => fileId === file.id)
  state.files = state.files.filter((one) => one !== file)
  for (const episode of episodes) {
    episode.fileId = 0
    remember(app, {
      titleId: series.id,
      episodeId: episode.id,
      event: 'episodeFileDeleted',
      sourceTitle: file.path,
      quality: file.quality,
      data: {
        reason: `${reason[0]?.toUpperCase()}${reason.slice(1)}`,
        releaseGroup: file.group,
        size: String(file.size),
      },
    })
  }
  await publish(app, fileDeletedEvent(state, series, episodes, file, reason))
}

const seasonFolder = (season: number) =>
  season === 0 ? 'Specials' : `Season ${String(season).padStart(2, '0')}`

/** The file that a download, or somebody's hand, makes of some episodes. */
export const newFile = (
  { state, clock }: Sonarr,
  series: Series,
  episodes: readonly Episode[],
  download: Download | undefined,
): EpisodeFile => {
  const release = download?.release
  const seasonNumber = episodes[0]?.seasonNumber ?? 0
  const quality = release?.quality ?? 'WEBDL-1080p'
  const titles = episodes.map(({ known }) => folderTitle(known.title)).join(' + ')
  const name = `${folderTitle(series.title.title)} - ${code(episodes)} - ${titles} ${quality}.mkv`
  const relativePath = series.seasonFolder ? `${seasonFolder(seasonNumber)}/${name}` : name
  return {
    id: nextId(state, 'files'),
    seriesId: series.id,
    seasonNumber,
    relativePath,
    path: `${series.path}/${relativePath}`,
    quality,
    size: release ? Math.round((release.size * episodes.length) / download.rows.length) : 1_073_741_824,
    dateAdded: clock.now(),
    releaseType: release?.releaseType ?? 'unknown',
    ...(release && { sceneName: fileName(release, series.title.title, episodes), group: release.group }),
  }
}

/** Imports one file: what it replaces goes first, then every connection hears of it. */
const importOne = async (
  app: Sonarr,
  series: Series,
  episodes: readonly Episode[],
  download: Download | undefined,
): Promise<Imported> => {
  const { state } = app
  const replaced = [...new Set(episodes.flatMap((episode) => fileOf(state, episode) ?? []))]
  for (const old of replaced) await deleteFile(app, series, old, 'upgrade')
  const file = newFile(app, series, episodes, download)
  const from = `${sourceFolder(download)}/${file.sceneName ?? code(episodes).toLowerCase()}.mkv`
  state.files.push(file)
  for (const episode of episodes) {
    episode.fileId = file.id
    remember(app, {
      titleId: series.id,
      episodeId: episode.id,
      event: 'downloadFolderImported',
      sourceTitle: file.sceneName ?? code(episodes),
      quality: file.quality,
      ...(download && { downloadId: download.downloadId }),
      data: { ...importedData(download, file), droppedPath: from },
    })
  }
  const imported = { file, from, episodes, replaced }
  await publish(app, downloadEvent(state, series, imported, download))
  return imported
}

/** A finished download, or by hand files from elsewhere, become the episodes' files: one by one, then all is told. */
export const importFiles = async (
  app: Sonarr,
  series: Series,
  episodes: readonly Episode[],
  download: Download | undefined,
): Promise<void> => {
  const { state } = app
  if (download) Object.assign(download, { status: 'completed', sizeLeft: 0, trackedState: 'importing' })
  const isOneFile = download?.release.releaseType === 'multiEpisode'
  const imported: Imported[] = []
  for (const group of isOneFile ? [episodes] : episodes.map((episode) => [episode]))
    imported.push(await importOne(app, series, group, download))
  await publish(app, importCompleteEvent(state, series, imported, download))
  state.downloads = state.downloads.filter((one) => one !== download)
}

/** A finished download can't be imported without a person. */
export const blockImport = async (
  app: Sonarr,
  series: Series,
  download: Download,
  reason: string,
): Promise<void> => {
  advance(download, 100)
  download.trackedState = 'importBlocked'
  download.trackedStatus = 'warning'
  download.messages = [{ title: download.release.title, messages: [reason] }]
  await publish(app, manualInteractionEvent(app.state, series, wantedBy(app.state, download), download))
}

/** A show leaves the library, and its episodes, files, history and downloads with it. */
export const removeSeries = async (
  app: Sonarr,
  series: Series,
  deleteFiles: boolean,
  exclude: boolean,
): Promise<void> => {
  const { state } = app
  const { tvdbId, title } = series.title
  state.series = state.series.filter((one) => one !== series)
  state.episodes = state.episodes.filter(({ seriesId }) => seriesId !== series.id)
  state.files = state.files.filter(({ seriesId }) => seriesId !== series.id)
  state.history = state.history.filter(({ titleId }) => titleId !== series.id)
  state.downloads = state.downloads.filter(({ titleId }) => titleId !== series.id)
  if (exclude && !state.exclusions.some((one) => one.tvdbId === tvdbId))
    state.exclusions.push({ tvdbId, title, id: nextId(state, 'exclusions') })
  await publish(app, seriesDeleteEvent(state, series, deleteFiles))
}

/** A file gets the name that the naming rules want. */
export const renameFile = async (
  app: Sonarr,
  series: Series,
  file: EpisodeFile,
  relativePath: string,
): Promise<void> => {
  const { state } = app
  const before = { ...file }
  Object.assign(file, { relativePath, path: `${series.path}/${relativePath}` })
  for (const episode of state.episodes.filter(({ fileId }) => fileId === file.id))
    remember(app, {
      titleId: series.id,
      episodeId: episode.id,
      event: 'episodeFileRenamed',
      sourceTitle: before.path,
      quality: file.quality,
      data: {
        sourcePath: before.path,
        sourceRelativePath: before.relativePath,
        path: file.path,
        relativePath,
      },
    })
  await publish(app, renameEvent(state, series, file, before))
}
