import { type Download, ENGLISH, outputPath, type Release, score } from '../kit/downloads.ts'
import { hookTime, type Json } from '../kit/json.ts'
import { resolutionOf } from '../kit/qualities.ts'
import { since } from '../kit/versions.ts'
import { hookReleaseDate } from './dates.ts'
import { images } from './resources.ts'
import type { Movie, MovieFile, RadarrState } from './state.ts'

// The parts of Radarr's webhook bodies. Keys stand in the order in which Radarr writes them; null ones are left out on
// the way. `since` says which release brought a key.

const labels = ({ tags }: RadarrState, ids: readonly number[]) =>
  ids.flatMap((wanted) => tags.find(({ id }) => id === wanted)?.label ?? []).sort()

export const moviePart = (state: RadarrState, { id, title, path, tags }: Movie): Json => ({
  id,
  title: title.title,
  ...(since(state.version, '3.2.1') && { year: title.year }),
  releaseDate: hookReleaseDate(title),
  folderPath: path,
  tmdbId: title.tmdbId,
  imdbId: title.imdbId,
  ...(since(state.version, '4.4.3') && { overview: title.overview }),
  ...(since(state.version, '5.8.1') && { genres: title.genres, images: images(state, title, id) }),
  ...(since(state.version, '5.3.4') && { tags: labels(state, tags) }),
  ...(since(state.version, '5.16.1') && { originalLanguage: ENGLISH }),
})

export const remoteMoviePart = ({ title }: Movie): Json => ({
  tmdbId: title.tmdbId,
  imdbId: title.imdbId,
  title: title.title,
  year: title.year,
})

const mediaInfo = ({ quality }: MovieFile): Json => {
  const height = resolutionOf(quality)
  return {
    audioChannels: 5.1,
    audioCodec: 'AC3',
    audioLanguages: ['eng'],
    height,
    width: Math.round((height * 16) / 9),
    subtitles: ['eng', 'ger'],
    videoCodec: 'x264',
    videoDynamicRange: '',
    videoDynamicRangeType: '',
  }
}

/** A file. `from` is where it was imported from; before 5.10.1 that is also what its `path` says. */
export const filePart = ({ version }: RadarrState, file: MovieFile, from?: string): Json => ({
  id: file.id,
  relativePath: file.relativePath,
  path: from && !since(version, '5.10.1') ? from : file.path,
  quality: file.quality,
  qualityVersion: 1,
  releaseGroup: file.group,
  sceneName: file.sceneName,
  ...(since(version, '3.2.1') && { indexerFlags: file.flags.join(', ') || '0' }),
  size: file.size,
  dateAdded: hookTime(file.dateAdded),
  ...(since(version, '5.16.1') && { languages: [ENGLISH] }),
  ...(since(version, '4.3.1') && file.sceneName && { mediaInfo: mediaInfo(file) }),
  ...(since(version, '5.15.1') && { sourcePath: from }),
})

/** A release as a grab tells of it. */
export const releasePart = ({ version }: RadarrState, release: Release): Json => ({
  quality: release.quality,
  qualityVersion: 1,
  releaseGroup: release.group,
  releaseTitle: release.title,
  indexer: release.indexer,
  size: release.size,
  ...(since(version, '4.3.1') && {
    customFormatScore: score(release.formats),
    customFormats: release.formats.map(({ name }) => name),
  }),
  ...(since(version, '5.16.1') && { languages: [ENGLISH] }),
  ...(since(version, '4.3.1') && { indexerFlags: release.flags }),
})

/** A release as an import tells of it; nearly empty when nobody grabbed it. */
export const grabbedPart = ({ version }: RadarrState, release: Release | undefined): Json => ({
  releaseTitle: release?.title,
  indexer: release?.indexer,
  size: release?.size ?? 0,
  ...(since(version, '5.22.1') && { indexerFlags: release?.flags ?? [] }),
})

export const formatsPart = ({ version }: RadarrState, release: Release | undefined): Json =>
  since(version, '4.3.1')
    ? {
        customFormatInfo: {
          customFormats: (release?.formats ?? []).map(({ id, name }) => ({ id, name })),
          customFormatScore: score(release?.formats ?? []),
        },
      }
    : {}

export const clientPart = ({ version }: RadarrState, download: Download | undefined): Json => ({
  downloadClient: since(version, '4.1.0') ? download?.client : download?.clientType,
  ...(since(version, '4.1.0') && { downloadClientType: download?.clientType }),
  downloadId: download?.downloadId,
})

/** Where an import found its file. */
export const sourcePath = (download: Download | undefined): string =>
  download ? `${outputPath(download.release)}/${download.release.title}.mkv` : '/data/manual/film.mkv'

/** The keys that close every body. */
export const closing = ({ version, instanceName, applicationUrl }: RadarrState, eventType: string): Json => ({
  eventType,
  ...(since(version, '4.4.1') && { instanceName, applicationUrl }),
})
