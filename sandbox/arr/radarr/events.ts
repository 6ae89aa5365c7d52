import type { HookEvent } from '../kit/connections/types.ts'
import type { Download } from '../kit/downloads.ts'
import type { AppBodies } from '../kit/driver.ts'
import type { Json } from '../kit/json.ts'
import { since } from '../kit/versions.ts'
import {
  clientPart,
  closing,
  filePart,
  formatsPart,
  grabbedPart,
  moviePart,
  releasePart,
  remoteMoviePart,
  sourcePath,
} from './payload.ts'
import type { Movie, MovieFile, RadarrState } from './state.ts'

/** Why a file left the library, as the webhooks spell it. */
export type DeleteReason = 'missingFromDisk' | 'manual' | 'upgrade' | 'noLinkedEpisodes' | 'manualOverride'

export const testBody = (state: RadarrState): Json => ({
  movie: {
    id: 1,
    title: 'Test Title',
    year: 1970,
    releaseDate: '1970-01-01',
    folderPath: 'C:\\testpath',
    tmdbId: 0,
    ...(since(state.version, '5.3.4') && { tags: ['test-tag'] }),
  },
  remoteMovie: { tmdbId: 1234, imdbId: '5678', title: 'Test title', year: 1970 },
  release: {
    quality: 'Test Quality',
    qualityVersion: 1,
    releaseGroup: 'Test Group',
    releaseTitle: 'Test Title',
    indexer: 'Test Indexer',
    size: 9999999,
    ...(since(state.version, '4.3.1') && { customFormatScore: 0 }),
  },
  ...closing(state, 'Test'),
})

export const grabEvent = (state: RadarrState, movie: Movie, download: Download): HookEvent => ({
  event: 'Grab',
  flags: ['onGrab'],
  tags: movie.tags,
  body: () => ({
    movie: moviePart(state, movie),
    remoteMovie: remoteMoviePart(movie),
    release: releasePart(state, download.release),
    ...clientPart(state, download),
    ...formatsPart(state, download.release),
    ...closing(state, 'Grab'),
  }),
})

/** An import; `replaced` are the files that had to go for it, and `download` is absent when it was done by hand. */
export const downloadEvent = (
  state: RadarrState,
  movie: Movie,
  file: MovieFile,
  replaced: readonly MovieFile[],
  download: Download | undefined,
): HookEvent => ({
  event: 'Download',
  flags: replaced.length > 0 ? ['onDownload', 'onUpgrade'] : ['onDownload'],
  tags: movie.tags,
  body: () => ({
    movie: moviePart(state, movie),
    remoteMovie: remoteMoviePart(movie),
    movieFile: filePart(state, file, sourcePath(download)),
    isUpgrade: replaced.length > 0,
    ...clientPart(state, download),
    ...(replaced.length > 0 && { deletedFiles: replaced.map((old) => deletedPart(state, old)) }),
    ...formatsPart(state, download?.release),
    ...(since(state.version, '4.5.1') && { release: grabbedPart(state, download?.release) }),
    ...closing(state, 'Download'),
  }),
})

const deletedPart = (state: RadarrState, old: MovieFile): Json => ({
  ...filePart(state, old),
  ...(since(state.version, '5.3.3') &&
    state.recycleBin && { recycleBinPath: `/data/recycle/${old.relativePath}` }),
})

export const movieAddedEvent = (state: RadarrState, movie: Movie): HookEvent => ({
  event: 'MovieAdded',
  flags: ['onMovieAdded'],
  tags: movie.tags,
  body: () => {
    // Radarr reads the method out of the options of the add and falls over when there are none.
    if (!movie.addOptions) throw new TypeError('Object reference not set to an instance of an object.')
    return {
      movie: moviePart(state, movie),
      addMethod: movie.addOptions.addMethod ?? 'manual',
      ...closing(state, 'MovieAdded'),
    }
  },
})

export const fileDeletedEvent = (
  state: RadarrState,
  movie: Movie,
  file: MovieFile,
  deleteReason: DeleteReason,
): HookEvent => ({
  event: 'MovieFileDelete',
  flags:
    deleteReason === 'upgrade' ? ['onMovieFileDelete', 'onMovieFileDeleteForUpgrade'] : ['onMovieFileDelete'],
  tags: movie.tags,
  body: () => ({
    movie: moviePart(state, movie),
    movieFile: filePart(state, file),
    deleteReason,
    ...closing(state, 'MovieFileDelete'),
  }),
})

export const movieDeletedEvent = (state: RadarrState, movie: Movie, deletedFiles: boolean): HookEvent => ({
  event: 'MovieDelete',
  flags: ['onMovieDelete'],
  tags: movie.tags,
  body: () => ({
    movie: moviePart(state, movie),
    deletedFiles,
    movieFolderSize: deletedFiles ? (movie.file?.size ?? 0) : 0,
    ...closing(state, 'MovieDelete'),
  }),
})

export const renameEvent = (
  state: RadarrState,
  movie: Movie,
  file: MovieFile,
  before: MovieFile,
): HookEvent => ({
  event: 'Rename',
  flags: ['onRename'],
  tags: movie.tags,
  body: () => ({
    movie: moviePart(state, movie),
    ...(since(state.version, '4.0.0') && {
      renamedMovieFiles: [
        { previousRelativePath: before.relativePath, previousPath: before.path, ...filePart(state, file) },
      ],
    }),
    ...closing(state, 'Rename'),
  }),
})

export const manualInteractionEvent = (state: RadarrState, movie: Movie, download: Download): HookEvent => ({
  event: 'ManualInteractionRequired',
  flags: ['onManualInteractionRequired'],
  tags: movie.tags,
  body: () => ({
    movie: moviePart(state, movie),
    downloadInfo: {
      quality: download.release.quality,
      qualityVersion: 1,
      title: download.release.title,
      size: download.release.size,
    },
    ...clientPart(state, download),
    ...(since(state.version, '5.4.5') && {
      downloadStatus: 'Warning',
      downloadStatusMessages: download.messages,
    }),
    ...formatsPart(state, undefined),
    release: grabbedPart(state, download.release),
    ...closing(state, 'ManualInteractionRequired'),
  }),
})

/** The bodies about Radarr itself. A restored issue leaves out the address, as Radarr does. */
export const appBodies = (state: RadarrState): AppBodies => ({
  health: ({ type: level, message, source: type, wikiUrl }) => ({
    level,
    message,
    type,
    wikiUrl,
    ...closing(state, 'Health'),
  }),
  healthRestored: ({ type: level, message, source: type, wikiUrl }) => ({
    level,
    message,
    type,
    wikiUrl,
    eventType: 'HealthRestored',
    instanceName: state.instanceName,
  }),
  update: (previousVersion, newVersion) => ({
    message: `Radarr updated from ${previousVersion} to ${newVersion}`,
    previousVersion,
    newVersion,
    ...closing(state, 'ApplicationUpdate'),
  }),
})
