import { ENGLISH } from '../kit/downloads.ts'
import { apiTime } from '../kit/json.ts'
import { qualityModel, resolutionOf } from '../kit/qualities.ts'
import type { Title } from '../kit/titles.ts'
import { cleanTitle, folderTitle, sortTitle } from '../kit/titles.ts'
import { isAvailable, releaseDate, statusOf } from './dates.ts'
import type { Movie, MovieFile, RadarrState } from './state.ts'

export const movieFolder = ({ title, year }: Title): string => `${folderTitle(title)} (${year})`

/** Pictures of a film: the application's own copies, or without a row a way through its proxy. */
export const images = ({ urlBase }: RadarrState, title: Title, id: number) =>
  ['poster', 'fanart'].map((coverType) => {
    const remoteUrl = `https://image.tmdb.org/t/p/original/${coverType}-${title.tmdbId}.jpg`
    const url =
      id > 0
        ? `MediaCover/${id}/${coverType}.jpg?lastWrite=638702369550108508`
        : `MediaCoverProxy/${coverType}${title.tmdbId}/${coverType}.jpg`
    return { coverType, url: `${urlBase}/${url}`, remoteUrl }
  })

const date = (day: string | undefined) => day && apiTime(Date.parse(day))

/** What the metadata service knows of a film, in the API's words. */
const known = (state: RadarrState, title: Title, id: number, now: number) => ({
  title: title.title,
  originalTitle: title.title,
  originalLanguage: ENGLISH,
  alternateTitles: [],
  secondaryYearSourceId: 0,
  sortTitle: sortTitle(title.title),
  status: statusOf(title, now),
  overview: title.overview,
  inCinemas: date(title.inCinemas),
  physicalRelease: date(title.physicalRelease),
  digitalRelease: date(title.digitalRelease),
  images: images(state, title, id),
  website: '',
  year: title.year,
  youTubeTrailerId: '',
  studio: '',
  runtime: title.runtime,
  cleanTitle: cleanTitle(title.title),
  imdbId: title.imdbId,
  tmdbId: title.tmdbId,
  titleSlug: String(title.tmdbId),
  certification: title.certification,
  genres: title.genres,
  keywords: [],
  ratings: { tmdb: { votes: 1200, value: 7.1, type: 'user' } },
  popularity: 12.5,
})

/** A film that is not in the library, as a lookup shows it: without an `id`, and with the values of an empty row. */
export const unknownMovie = (state: RadarrState, title: Title, now: number) => {
  const released = releaseDate(title, 'announced')
  return {
    ...known(state, title, 0, now),
    sizeOnDisk: 0,
    releaseDate: released && apiTime(released),
    qualityProfileId: 0,
    hasFile: false,
    movieFileId: 0,
    monitored: false,
    minimumAvailability: 'tba',
    isAvailable: true,
    folderName: '',
    tags: [],
    added: '0001-01-01T00:00:00Z',
    statistics: { movieFileCount: 0, sizeOnDisk: 0, releaseGroups: [] },
  }
}

/** What ffprobe found in a file, in the API's words. */
const mediaInfo = ({ quality }: MovieFile, runtime: number) => {
  const height = resolutionOf(quality)
  const hours = Math.floor(runtime / 60)
  return {
    audioBitrate: 640_000,
    audioChannels: 5.1,
    audioCodec: 'AC3',
    audioLanguages: 'eng',
    audioStreamCount: 1,
    videoBitDepth: 8,
    videoBitrate: 12_000_000,
    videoCodec: 'x264',
    videoFps: 23.976,
    videoDynamicRange: '',
    videoDynamicRangeType: '',
    resolution: `${Math.round((height * 16) / 9)}x${height}`,
    runTime: `${hours}:${String(runtime % 60).padStart(2, '0')}:00`,
    scanType: 'Progressive',
    subtitles: 'eng/ger',
  }
}

/** A file as the API shows it. */
export const fileResource = (movie: Movie, file: MovieFile) => ({
  movieId: movie.id,
  relativePath: file.relativePath,
  path: file.path,
  size: file.size,
  dateAdded: apiTime(file.dateAdded),
  sceneName: file.sceneName,
  releaseGroup: file.group,
  edition: '',
  languages: [ENGLISH],
  quality: qualityModel('Radarr', file.quality),
  customFormatScore: 0,
  indexerFlags: 0,
  mediaInfo: mediaInfo(file, movie.title.runtime),
  qualityCutoffNotMet: false,
  id: file.id,
})

/** A film of the library as the API shows it. */
export const movieResource = (state: RadarrState, movie: Movie, now: number) => {
  const { id, title, file } = movie
  const released = releaseDate(title, movie.minimumAvailability)
  const root = state.rootFolders.find(({ path }) => movie.path.startsWith(path))?.path
  return {
    ...known(state, title, id, now),
    sizeOnDisk: file?.size ?? 0,
    releaseDate: released && apiTime(released),
    path: movie.path,
    qualityProfileId: movie.qualityProfileId,
    hasFile: file !== undefined,
    movieFileId: file?.id ?? 0,
    monitored: movie.monitored,
    minimumAvailability: movie.minimumAvailability,
    isAvailable: isAvailable(movie, now),
    folderName: movie.path,
    rootFolderPath: root ?? movie.path.replace(/\/[^/]+$/, '/'),
    tags: movie.tags,
    added: apiTime(movie.added),
    addOptions: movie.addOptions && {
      ignoreEpisodesWithFiles: false,
      ignoreEpisodesWithoutFiles: false,
      monitor: movie.addOptions.monitor ?? 'movieOnly',
      searchForMovie: movie.addOptions.searchForMovie ?? false,
      addMethod: movie.addOptions.addMethod ?? 'manual',
    },
    movieFile: file && fileResource(movie, file),
    lastSearchTime: movie.lastSearch && apiTime(movie.lastSearch),
    statistics: {
      movieFileCount: file ? 1 : 0,
      sizeOnDisk: file?.size ?? 0,
      releaseGroups: file?.group ? [file.group] : [],
    },
    id,
  }
}
