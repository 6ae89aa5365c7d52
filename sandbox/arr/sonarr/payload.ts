import { type Download, ENGLISH, outputPath, type Release, score } from '../kit/downloads.ts'
import { hookTime, type Json } from '../kit/json.ts'
import { qualityModel, resolutionOf } from '../kit/qualities.ts'
import { since } from '../kit/versions.ts'
import { airs } from './library.ts'
import { images, titleSlug } from './resources.ts'
import type { Episode, EpisodeFile, Series, SonarrState } from './state.ts'

// The parts of Sonarr's webhook bodies. Keys stand in the order in which Sonarr writes them; null ones are left out on
// the way. `since` says which release brought a key.

const labels = ({ tags }: SonarrState, ids: readonly number[]) =>
  ids.flatMap((wanted) => tags.find(({ id }) => id === wanted)?.label ?? []).sort()

export const seriesPart = (state: SonarrState, series: Series): Json => {
  const { id, title, path, tags } = series
  const { version } = state
  return {
    id,
    title: title.title,
    ...(since(version, '4.0.0') && { titleSlug: titleSlug(title) }),
    path,
    tvdbId: title.tvdbId,
    tvMazeId: 0,
    ...(since(version, '4.0.5.1760') && { tmdbId: title.tmdbId }),
    imdbId: title.imdbId,
    type: series.seriesType,
    ...(since(version, '4.0.0') && { year: title.year }),
    ...(since(version, '4.0.5.1719') && { genres: title.genres, images: images(state, title, id) }),
    ...(since(version, '4.0.4.1650') && { tags: labels(state, tags) }),
    ...(since(version, '4.0.11.2724') && { originalLanguage: ENGLISH }),
  }
}

export const episodePart = ({ version }: SonarrState, episode: Episode): Json => {
  const { id, seasonNumber, seriesId, known } = episode
  const date = airs(episode)
  return {
    id,
    episodeNumber: known.episodeNumber,
    seasonNumber,
    title: known.title,
    ...(since(version, '4.0.0') && { overview: known.overview }),
    airDate: known.airDate,
    airDateUtc: date === undefined ? undefined : new Date(date).toISOString().replace('.000', ''),
    ...(since(version, '4.0.0') && { seriesId, tvdbId: known.tvdbId ?? 0 }),
  }
}

const mediaInfo = ({ quality }: EpisodeFile): Json => {
  const height = resolutionOf(quality)
  return {
    audioChannels: 2,
    audioCodec: 'AAC',
    audioLanguages: ['eng'],
    height,
    width: Math.round((height * 16) / 9),
    subtitles: ['eng'],
    videoCodec: 'x264',
    videoDynamicRange: '',
    videoDynamicRangeType: '',
  }
}

/** A file. `from` is where it was imported from; before 4.0.9.2257 that is also what its `path` says. */
export const filePart = ({ version }: SonarrState, file: EpisodeFile, from?: string): Json => ({
  id: file.id,
  relativePath: file.relativePath,
  path: from && !since(version, '4.0.9.2257') ? from : file.path,
  quality: file.quality,
  qualityVersion: 1,
  releaseGroup: file.group,
  sceneName: file.sceneName,
  size: file.size,
  ...(since(version, '4.0.0') && { dateAdded: hookTime(file.dateAdded) }),
  ...(since(version, '4.0.11.2724') && { languages: [ENGLISH] }),
  ...(since(version, '4.0.0') && file.sceneName && { mediaInfo: mediaInfo(file) }),
  ...(since(version, '4.0.10.2624') && { sourcePath: from }),
})

/** A deleted file; before 4.0.0 the row of the database as it is. */
export const deletedPart = (state: SonarrState, file: EpisodeFile): Json =>
  since(state.version, '4.0.0')
    ? filePart(state, file)
    : {
        seriesId: file.seriesId,
        seasonNumber: file.seasonNumber,
        relativePath: file.relativePath,
        path: file.path,
        size: file.size,
        dateAdded: hookTime(file.dateAdded),
        originalFilePath: file.sceneName && `${file.sceneName}.mkv`,
        sceneName: file.sceneName,
        releaseGroup: file.group,
        quality: qualityModel('Sonarr', file.quality),
        id: file.id,
      }

/** A release as a grab tells of it. */
export const releasePart = ({ version }: SonarrState, release: Release): Json => ({
  quality: release.quality,
  qualityVersion: 1,
  releaseGroup: release.group,
  releaseTitle: release.title,
  indexer: release.indexer,
  size: release.size,
  ...(since(version, '4.0.0') && {
    customFormatScore: score(release.formats),
    customFormats: release.formats.map(({ name }) => name),
  }),
  ...(since(version, '4.0.11.2724') && { languages: [ENGLISH] }),
})

/** A release as an import tells of it; nearly empty when nobody grabbed it. */
export const grabbedPart = ({ version }: SonarrState, release: Release | undefined): Json =>
  since(version, '4.0.0')
    ? {
        release: {
          releaseTitle: release?.title,
          indexer: release?.indexer,
          size: release?.size,
          releaseType: release?.releaseType ?? 'unknown',
        },
      }
    : {}

export const formatsPart = ({ version }: SonarrState, release: Release | undefined): Json =>
  since(version, '4.0.0')
    ? {
        customFormatInfo: {
          customFormats: (release?.formats ?? []).map(({ id, name }) => ({ id, name })),
          customFormatScore: score(release?.formats ?? []),
        },
      }
    : {}

export const clientPart = ({ version }: SonarrState, download: Download | undefined): Json => ({
  downloadClient: since(version, '3.0.7') ? download?.client : download?.clientType,
  ...(since(version, '3.0.7') && { downloadClientType: download?.clientType }),
  downloadId: download?.downloadId,
})

/** Where a download lies before it is imported. */
export const sourceFolder = (download: Download | undefined): string =>
  download ? outputPath(download.release) : '/data/manual'

/** The keys that close every body. */
export const closing = ({ version, instanceName, applicationUrl }: SonarrState, eventType: string): Json => ({
  eventType,
  ...(since(version, '4.0.0') && { instanceName, applicationUrl }),
})

/** The keys that close a body about Sonarr itself, which never names its address. */
export const appClosing = ({ version, instanceName }: SonarrState, eventType: string): Json => ({
  eventType,
  ...(since(version, '4.0.0') && { instanceName }),
})
