import type { App } from '../kit/app.ts'
import { publish } from '../kit/connections/publish.ts'
import { advance, type Download, type Release, startDownload } from '../kit/downloads.ts'
import { grabbedData, importedData, remember, rememberDownload } from '../kit/history.ts'
import { nextId } from '../kit/state.ts'
import {
  type DeleteReason,
  downloadEvent,
  fileDeletedEvent,
  grabEvent,
  manualInteractionEvent,
  movieDeletedEvent,
  renameEvent,
} from './events.ts'
import { sourcePath } from './payload.ts'
import { movieFolder } from './resources.ts'
import type { Movie, MovieFile, RadarrState } from './state.ts'

// What happens in Radarr's world, each with its traces: the row, the history, the queue, the event. Whoever causes it
// waits for the webhooks' receivers, because Radarr does.

type Radarr = App<RadarrState>

/** Ten minutes, when nobody says how long a download takes. */
const TAKES = 600_000

const WORDS: Record<DeleteReason, string> = {
  missingFromDisk: 'MissingFromDisk',
  manual: 'Manual',
  upgrade: 'Upgrade',
  noLinkedEpisodes: 'NoLinkedEpisodes',
  manualOverride: 'ManualOverride',
}

/** Radarr hands a release to the download client. */
export const grab = async (app: Radarr, movie: Movie, release: Release, takes = TAKES): Promise<Download> => {
  const { state, clock } = app
  const download = startDownload(release, movie.id, [{ id: nextId(state, 'queue') }], clock.now(), takes)
  state.downloads.push(download)
  rememberDownload(app, download, 'grabbed', grabbedData(download))
  await publish(app, grabEvent(state, movie, download))
  return download
}

/** The file that a release, or somebody's hand, makes of a film. */
export const newFile = (
  { state, clock }: Radarr,
  movie: Movie,
  quality: string,
  release?: Release,
): MovieFile => {
  const relativePath = `${movieFolder(movie.title)} ${quality}.mkv`
  return {
    id: nextId(state, 'files'),
    relativePath,
    path: `${movie.path}/${relativePath}`,
    quality,
    size: release?.size ?? 4_294_967_296,
    dateAdded: clock.now(),
    ...(release && { sceneName: release.title, group: release.group }),
    flags: release?.flags ?? [],
  }
}

/** A file leaves the library. */
export const deleteFile = async (app: Radarr, movie: Movie, reason: DeleteReason): Promise<MovieFile> => {
  const { file } = movie
  if (!file) throw new Error(`${movie.title.title} has no file.`)
  movie.file = undefined
  remember(app, {
    titleId: movie.id,
    event: 'movieFileDeleted',
    sourceTitle: file.path,
    quality: file.quality,
    data: { reason: WORDS[reason], releaseGroup: file.group, size: String(file.size) },
  })
  await publish(app, fileDeletedEvent(app.state, movie, file, reason))
  return file
}

/** A finished download, or by hand a file from elsewhere, becomes the film's file; one that is there goes. */
export const importFile = async (
  app: Radarr,
  movie: Movie,
  download: Download | undefined,
): Promise<MovieFile> => {
  const { state } = app
  if (download) Object.assign(download, { status: 'completed', sizeLeft: 0, trackedState: 'importing' })
  const replaced = movie.file ? [await deleteFile(app, movie, 'upgrade')] : []
  const file = newFile(app, movie, download?.release.quality ?? 'Bluray-1080p', download?.release)
  movie.file = file
  remember(app, {
    titleId: movie.id,
    event: 'downloadFolderImported',
    sourceTitle: download?.release.title ?? 'film',
    quality: file.quality,
    ...(download && { downloadId: download.downloadId }),
    data: { ...importedData(download, file), droppedPath: sourcePath(download) },
  })
  await publish(app, downloadEvent(state, movie, file, replaced, download))
  state.downloads = state.downloads.filter((one) => one !== download)
  return file
}

/** A finished download can't be imported without a person. */
export const blockImport = async (
  app: Radarr,
  movie: Movie,
  download: Download,
  reason: string,
): Promise<void> => {
  advance(download, 100)
  download.trackedState = 'importBlocked'
  download.trackedStatus = 'warning'
  download.messages = [{ title: download.release.title, messages: [reason] }]
  await publish(app, manualInteractionEvent(app.state, movie, download))
}

/** A film leaves the library, and its history and downloads with it. */
export const removeMovie = async (
  app: Radarr,
  movie: Movie,
  deleteFiles: boolean,
  exclude: boolean,
): Promise<void> => {
  const { state } = app
  state.movies = state.movies.filter((one) => one !== movie)
  state.history = state.history.filter(({ titleId }) => titleId !== movie.id)
  state.downloads = state.downloads.filter(({ titleId }) => titleId !== movie.id)
  const { tmdbId, title: movieTitle, year: movieYear } = movie.title
  if (exclude && !state.exclusions.some((one) => one.tmdbId === tmdbId))
    state.exclusions.push({ id: nextId(state, 'exclusions'), tmdbId, movieTitle, movieYear })
  await publish(app, movieDeletedEvent(state, movie, deleteFiles))
}

/** The file gets the name that the naming rules want. */
export const renameFile = async (app: Radarr, movie: Movie, relativePath: string): Promise<void> => {
  const { file } = movie
  if (!file) throw new Error(`${movie.title.title} has no file.`)
  const before = { ...file }
  Object.assign(file, { relativePath, path: `${movie.path}/${relativePath}` })
  remember(app, {
    titleId: movie.id,
    event: 'movieFileRenamed',
    sourceTitle: before.path,
    quality: file.quality,
    data: { sourcePath: before.path, sourceRelativePath: before.relativePath, path: file.path, relativePath },
  })
  await publish(app, renameEvent(app.state, movie, file, before))
}
