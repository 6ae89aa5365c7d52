import type { Adding } from '../kit/adding.ts'
import type { Release } from '../kit/downloads.ts'
import type { LiveOptions } from '../kit/live.ts'
import type { State } from '../kit/state.ts'
import type { Title, TitleEpisode } from '../kit/titles.ts'

export const SERIES_TYPES = ['standard', 'daily', 'anime'] as const
export const NEW_ITEMS = ['all', 'none'] as const
export const MONITORS = [
  'unknown',
  'all',
  'future',
  'missing',
  'existing',
  'firstSeason',
  'lastSeason',
  'latestSeason',
  'pilot',
  'recent',
  'monitorSpecials',
  'unmonitorSpecials',
  'none',
  'skip',
] as const
export type Monitor = (typeof MONITORS)[number]

/** A show as TheTVDB knows it. */
export type Show = Title & { tvdbId: number; seasons: NonNullable<Title['seasons']> }

export type Season = { seasonNumber: number; monitored: boolean }

export type MonitoringOptions = {
  monitor?: Monitor
  ignoreEpisodesWithFiles?: boolean
  ignoreEpisodesWithoutFiles?: boolean
}

export type AddOptions = MonitoringOptions & {
  searchForMissingEpisodes?: boolean
  searchForCutoffUnmetEpisodes?: boolean
}

/** A show in the library. */
export type Series = {
  id: number
  title: Show
  path: string
  qualityProfileId: number
  languageProfileId: number
  monitored: boolean
  monitorNewItems: (typeof NEW_ITEMS)[number]
  seasonFolder: boolean
  seriesType: (typeof SERIES_TYPES)[number]
  seasons: Season[]
  tags: number[]
  added: number
  addOptions?: AddOptions | undefined
}

export type Episode = {
  id: number
  seriesId: number
  seasonNumber: number
  known: TitleEpisode
  monitored: boolean
  /** 0 while there is none. */
  fileId: number
  lastSearch?: number
}

export type EpisodeFile = {
  id: number
  seriesId: number
  seasonNumber: number
  relativePath: string
  path: string
  quality: string
  size: number
  dateAdded: number
  releaseType: 'unknown' | NonNullable<Release['releaseType']>
  /** Absent for a file that came by hand. */
  sceneName?: string
  group?: string
}

/** Episodes of a show: one, several in one file, a whole season, whole seasons. */
export type Which =
  | { season: number; episode?: number; episodes?: readonly number[] }
  | { seasons: readonly number[] }

/** Something an indexer offers for a show. */
export type Offer = { tvdbId: number; which: Which; release: Release }

export type Exclusion = { id: number; tvdbId: number; title: string }

/** `packs`: a season of which nothing is there comes as one download. */
export type SonarrLive = Required<LiveOptions> & { packs: boolean }

export type SonarrState = State & {
  titles: readonly Title[]
  series: Series[]
  episodes: Episode[]
  files: EpisodeFile[]
  exclusions: Exclusion[]
  adding: Adding
  offers: Offer[]
  live?: SonarrLive
}
