import type { HookEvent } from '../kit/connections/types.ts'
import type { Download } from '../kit/downloads.ts'
import type { AppBodies } from '../kit/driver.ts'
import type { Json } from '../kit/json.ts'
import { since } from '../kit/versions.ts'
import {
  appClosing,
  clientPart,
  closing,
  deletedPart,
  episodePart,
  filePart,
  formatsPart,
  grabbedPart,
  releasePart,
  seriesPart,
  sourceFolder,
} from './payload.ts'
import type { Episode, EpisodeFile, Series, SonarrState } from './state.ts'

/** Why a file left the library, as the webhooks spell it. */
export type DeleteReason = 'missingFromDisk' | 'manual' | 'upgrade' | 'noLinkedEpisodes' | 'manualOverride'

export const testBody = (state: SonarrState): Json => {
  const { version } = state
  return {
    series: {
      id: 1,
      title: 'Test Title',
      path: 'C:\\testpath',
      tvdbId: 1234,
      tvMazeId: 0,
      ...(since(version, '4.0.5.1760') && { tmdbId: 0 }),
      type: 'standard',
      ...(since(version, '4.0.0') && { year: 0 }),
      ...(since(version, '4.0.4.1650') && { tags: ['test-tag'] }),
    },
    episodes: [
      {
        id: 123,
        episodeNumber: 1,
        seasonNumber: 1,
        title: 'Test title',
        ...(since(version, '4.0.0') && { seriesId: 0, tvdbId: 0 }),
      },
    ],
    ...closing(state, 'Test'),
  }
}

const parts = (state: SonarrState, series: Series, episodes: readonly Episode[]): Json => ({
  series: seriesPart(state, series),
  episodes: episodes.map((episode) => episodePart(state, episode)),
})

export const grabEvent = (
  state: SonarrState,
  series: Series,
  episodes: readonly Episode[],
  download: Download,
): HookEvent => ({
  event: 'Grab',
  flags: ['onGrab'],
  tags: series.tags,
  body: () => ({
    ...parts(state, series, episodes),
    release: releasePart(state, download.release),
    ...clientPart(state, download),
    ...formatsPart(state, download.release),
    ...closing(state, 'Grab'),
  }),
})

const replacedPart = (state: SonarrState, old: EpisodeFile): Json => ({
  ...filePart(state, old),
  ...(since(state.version, '4.0.1') &&
    state.recycleBin && { recycleBinPath: `/data/recycle/${old.path.replace(/^\/data\/tv\//, '')}` }),
})

/** One file that was imported, from where, for which episodes, in the place of which. */
export type Imported = {
  file: EpisodeFile
  from: string
  episodes: readonly Episode[]
  replaced: readonly EpisodeFile[]
}

export const downloadEvent = (
  state: SonarrState,
  series: Series,
  { file, from, episodes, replaced }: Imported,
  download: Download | undefined,
): HookEvent => ({
  event: 'Download',
  flags: replaced.length > 0 ? ['onDownload', 'onUpgrade'] : ['onDownload'],
  tags: series.tags,
  body: () => ({
    ...parts(state, series, episodes),
    episodeFile: filePart(state, file, from),
    isUpgrade: replaced.length > 0,
    ...clientPart(state, download),
    ...(replaced.length > 0 && { deletedFiles: replaced.map((old) => replacedPart(state, old)) }),
    ...formatsPart(state, download?.release),
    ...grabbedPart(state, download?.release),
    ...closing(state, 'Download'),
  }),
})

/** The folder that holds all the files. */
const commonFolder = (files: readonly EpisodeFile[]): string => {
  const folders = files.map(({ path }) => path.split('/').slice(0, -1))
  const [first = []] = folders
  const depth = first.findIndex((part, level) => folders.some((folder) => folder[level] !== part))
  return (depth < 0 ? first : first.slice(0, depth)).join('/')
}

/** The end of a whole import, which calls itself a Download like each of its parts. */
export const importCompleteEvent = (
  state: SonarrState,
  series: Series,
  imported: readonly Imported[],
  download: Download | undefined,
): HookEvent => ({
  event: 'Download',
  flags: ['onImportComplete'],
  tags: series.tags,
  body: () => ({
    ...parts(
      state,
      series,
      imported.flatMap(({ episodes }) => episodes),
    ),
    episodeFiles: imported.map(({ file }) => filePart(state, file)),
    ...clientPart(state, download),
    ...grabbedPart(state, download?.release),
    fileCount: imported.length,
    sourcePath: sourceFolder(download),
    destinationPath: commonFolder(imported.map(({ file }) => file)),
    ...closing(state, 'Download'),
  }),
})

export const seriesAddEvent = (state: SonarrState, series: Series): HookEvent => ({
  event: 'SeriesAdd',
  flags: ['onSeriesAdd'],
  tags: series.tags,
  body: () => ({ series: seriesPart(state, series), ...closing(state, 'SeriesAdd') }),
})

export const seriesDeleteEvent = (state: SonarrState, series: Series, deletedFiles: boolean): HookEvent => ({
  event: 'SeriesDelete',
  flags: ['onSeriesDelete'],
  tags: series.tags,
  body: () => ({ series: seriesPart(state, series), deletedFiles, ...closing(state, 'SeriesDelete') }),
})

export const fileDeletedEvent = (
  state: SonarrState,
  series: Series,
  episodes: readonly Episode[],
  file: EpisodeFile,
  deleteReason: DeleteReason,
): HookEvent => ({
  event: 'EpisodeFileDelete',
  flags:
    deleteReason === 'upgrade'
      ? ['onEpisodeFileDelete', 'onEpisodeFileDeleteForUpgrade']
      : ['onEpisodeFileDelete'],
  tags: series.tags,
  body: () => ({
    ...parts(state, series, episodes),
    episodeFile: deletedPart(state, file),
    deleteReason,
    ...closing(state, 'EpisodeFileDelete'),
  }),
})

export const renameEvent = (
  state: SonarrState,
  series: Series,
  file: EpisodeFile,
  before: EpisodeFile,
): HookEvent => ({
  event: 'Rename',
  flags: ['onRename'],
  tags: series.tags,
  body: () => ({
    series: seriesPart(state, series),
    ...(since(state.version, '3.0.5') && {
      renamedEpisodeFiles: [
        { previousRelativePath: before.relativePath, previousPath: before.path, ...filePart(state, file) },
      ],
    }),
    ...closing(state, 'Rename'),
  }),
})

export const manualInteractionEvent = (
  state: SonarrState,
  series: Series,
  episodes: readonly Episode[],
  download: Download,
): HookEvent => ({
  event: 'ManualInteractionRequired',
  flags: ['onManualInteractionRequired'],
  tags: series.tags,
  body: () => ({
    ...parts(state, series, episodes),
    downloadInfo: {
      quality: download.release.quality,
      qualityVersion: 1,
      title: download.release.title,
      size: download.release.size,
    },
    ...clientPart(state, download),
    ...(since(state.version, '4.0.2') && {
      downloadStatus: 'Warning',
      downloadStatusMessages: download.messages,
    }),
    ...formatsPart(state, undefined),
    ...grabbedPart(state, download.release),
    ...closing(state, 'ManualInteractionRequired'),
  }),
})

/** The bodies about Sonarr itself. */
export const appBodies = (state: SonarrState): AppBodies => ({
  health: ({ type: level, message, source: type, wikiUrl }) => ({
    level,
    message,
    type,
    wikiUrl,
    ...appClosing(state, 'Health'),
  }),
  healthRestored: ({ type: level, message, source: type, wikiUrl }) => ({
    level,
    message,
    type,
    wikiUrl,
    ...appClosing(state, 'HealthRestored'),
  }),
  update: (previousVersion, newVersion) => ({
    message: `Sonarr updated from ${previousVersion} to ${newVersion}`,
    previousVersion,
    newVersion,
    ...appClosing(state, 'ApplicationUpdate'),
  }),
})
