import { ENGLISH } from '../kit/downloads.ts'
import { apiTime } from '../kit/json.ts'
import { qualityModel, resolutionOf } from '../kit/qualities.ts'
import { cleanTitle, folderTitle, sceneTitle, sortTitle } from '../kit/titles.ts'
import { since } from '../kit/versions.ts'
import { airs, episodesOf, fileOf, hasAired } from './library.ts'
import type { Episode, EpisodeFile, Series, Show, SonarrState } from './state.ts'

export const seriesFolder = ({ title }: Show): string => folderTitle(title)

export const titleSlug = ({ title }: Show): string => sceneTitle(title).toLowerCase().replaceAll('.', '-')

/** Pictures of a show: the application's own copies, or without a row a way through its proxy. */
export const images = ({ urlBase }: SonarrState, { tvdbId }: Show, id: number) =>
  ['banner', 'poster', 'fanart'].map((coverType) => {
    const url =
      id > 0
        ? `MediaCover/${id}/${coverType}.jpg?lastWrite=638702369550108508`
        : `MediaCoverProxy/${coverType}${tvdbId}/${coverType}.jpg`
    const remoteUrl = `https://artworks.thetvdb.com/banners/${coverType}s/${tvdbId}-1.jpg`
    return { coverType, url: `${urlBase}/${url}`, remoteUrl }
  })

const firstAired = ({ seasons }: Show) => {
  const day = seasons.find(({ seasonNumber }) => seasonNumber > 0)?.episodes[0]?.airDate
  return day && apiTime(Date.parse(day))
}

const known = (state: SonarrState, show: Show, id: number) => ({
  title: show.title,
  alternateTitles: [],
  sortTitle: sortTitle(show.title),
  status: show.ended ? 'ended' : 'continuing',
  ended: show.ended ?? false,
  overview: show.overview,
  network: show.network,
  airTime: '20:00',
  images: images(state, show, id),
  originalLanguage: ENGLISH,
  year: show.year,
  useSceneNumbering: false,
  runtime: show.runtime,
  tvdbId: show.tvdbId,
  tvRageId: 0,
  tvMazeId: 0,
  ...(since(state.version, '4.0.5.1760') && { tmdbId: show.tmdbId }),
  firstAired: firstAired(show),
  cleanTitle: cleanTitle(show.title),
  imdbId: show.imdbId,
  titleSlug: titleSlug(show),
  certification: show.certification,
  genres: show.genres,
  ratings: { votes: 120, value: 7.4 },
})

/** What a group of episodes amounts to. Monitored ones count once they were on, others once they are there. */
const count = (state: SonarrState, episodes: readonly Episode[], now: number) => {
  const files = new Set(
    episodes.map((episode) => fileOf(state, episode)).filter((file) => file !== undefined),
  )
  const there = episodes.filter(({ fileId }) => fileId > 0).length
  const due = episodes.filter((one) => one.fileId > 0 || (one.monitored && hasAired(one, now))).length
  return {
    episodeFileCount: there,
    episodeCount: due,
    totalEpisodeCount: episodes.length,
    sizeOnDisk: [...files].reduce((sum, { size }) => sum + size, 0),
    releaseGroups: [...new Set([...files].flatMap(({ group }) => group ?? []))],
    percentOfEpisodes: due === 0 ? 0 : (there / due) * 100,
  }
}

/** When something was on last, and when it is on next. */
const airing = (episodes: readonly Episode[], now: number) => {
  const dates = episodes.flatMap((episode) => airs(episode) ?? [])
  const [before, after] = [dates.filter((date) => date < now), dates.filter((date) => date >= now)]
  return {
    nextAiring: after.length > 0 ? apiTime(Math.min(...after)) : undefined,
    previousAiring: before.length > 0 ? apiTime(Math.max(...before)) : undefined,
  }
}

/** The numbers of a show that nobody counted. */
export const UNCOUNTED = {
  episodeFileCount: 0,
  episodeCount: 0,
  totalEpisodeCount: 0,
  sizeOnDisk: 0,
  percentOfEpisodes: 0,
}

/** A show that is not in the library, as a lookup shows it: without an `id`, and with the values of an empty row. */
export const unknownSeries = (state: SonarrState, show: Show) => ({
  ...known(state, show, 0),
  seasons: show.seasons.map(({ seasonNumber }) => ({ seasonNumber, monitored: seasonNumber > 0 })),
  qualityProfileId: 0,
  seasonFolder: false,
  monitored: true,
  monitorNewItems: 'all',
  seriesType: 'standard',
  tags: [],
  added: '0001-01-01T00:00:00Z',
  statistics: { seasonCount: show.seasons.length, ...UNCOUNTED },
  languageProfileId: since(state.version, '4.0.0') ? 1 : 0,
})

/** A show of the library as the API shows it. */
export const seriesResource = (state: SonarrState, series: Series, now: number) => {
  const episodes = episodesOf(state, series)
  const root = state.rootFolders.find(({ path }) => series.path.startsWith(path))?.path
  return {
    ...known(state, series.title, series.id),
    ...airing(episodes, now),
    seasons: series.seasons.map(({ seasonNumber, monitored }) => {
      const own = episodes.filter((episode) => episode.seasonNumber === seasonNumber)
      const statistics = own.length > 0 ? { ...airing(own, now), ...count(state, own, now) } : undefined
      return { seasonNumber, monitored, statistics }
    }),
    path: series.path,
    qualityProfileId: series.qualityProfileId,
    seasonFolder: series.seasonFolder,
    monitored: series.monitored,
    monitorNewItems: series.monitorNewItems,
    seriesType: series.seriesType,
    rootFolderPath: root ?? series.path.replace(/\/[^/]+$/, '/'),
    tags: series.tags,
    added: apiTime(series.added),
    addOptions: series.addOptions && {
      ignoreEpisodesWithFiles: series.addOptions.ignoreEpisodesWithFiles ?? false,
      ignoreEpisodesWithoutFiles: series.addOptions.ignoreEpisodesWithoutFiles ?? false,
      monitor: series.addOptions.monitor ?? 'unknown',
      searchForMissingEpisodes: series.addOptions.searchForMissingEpisodes ?? false,
      searchForCutoffUnmetEpisodes: series.addOptions.searchForCutoffUnmetEpisodes ?? false,
    },
    statistics: {
      seasonCount: series.seasons.filter(({ seasonNumber }) => seasonNumber > 0).length,
      ...count(state, episodes, now),
    },
    languageProfileId: series.languageProfileId,
    id: series.id,
  }
}

/** A file as the API shows it. */
export const fileResource = (file: EpisodeFile, runtime: number) => {
  const height = resolutionOf(file.quality)
  return {
    seriesId: file.seriesId,
    seasonNumber: file.seasonNumber,
    relativePath: file.relativePath,
    path: file.path,
    size: file.size,
    dateAdded: apiTime(file.dateAdded),
    sceneName: file.sceneName,
    releaseGroup: file.group,
    languages: [ENGLISH],
    quality: qualityModel('Sonarr', file.quality),
    customFormats: [],
    customFormatScore: 0,
    indexerFlags: 0,
    releaseType: file.releaseType,
    mediaInfo: {
      audioBitrate: 256_000,
      audioChannels: 2,
      audioCodec: 'AAC',
      audioLanguages: 'eng',
      audioStreamCount: 1,
      videoBitDepth: 8,
      videoBitrate: 6_000_000,
      videoCodec: 'x264',
      videoFps: 25,
      videoDynamicRange: '',
      videoDynamicRangeType: '',
      resolution: `${Math.round((height * 16) / 9)}x${height}`,
      runTime: `${runtime}:00`,
      scanType: 'Progressive',
      subtitles: 'eng',
    },
    qualityCutoffNotMet: false,
    id: file.id,
  }
}

/** An episode as the API shows it, with its series and its file where they were asked for. */
export const episodeResource = (
  state: SonarrState,
  episode: Episode,
  around: { series?: ReturnType<typeof seriesResource> | undefined; file?: boolean } = {},
) => {
  const date = airs(episode)
  const file = around.file ? fileOf(state, episode) : undefined
  return {
    seriesId: episode.seriesId,
    tvdbId: episode.known.tvdbId ?? 0,
    episodeFileId: episode.fileId,
    seasonNumber: episode.seasonNumber,
    episodeNumber: episode.known.episodeNumber,
    title: episode.known.title,
    airDate: episode.known.airDate,
    airDateUtc: date === undefined ? undefined : apiTime(date),
    lastSearchTime: episode.lastSearch && apiTime(episode.lastSearch),
    runtime: 0,
    overview: episode.known.overview,
    episodeFile: file && fileResource(file, around.series?.runtime ?? 0),
    hasFile: episode.fileId > 0,
    monitored: episode.monitored,
    unverifiedSceneNumbering: false,
    series: around.series,
    id: episode.id,
  }
}
