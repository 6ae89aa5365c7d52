import type { ProbeFailure } from '../../domain/instances/probe-failure.ts'
import type { Candidate, Title } from '../../domain/titles/title.ts'
import type { Instant } from '../../platform/clock.ts'
import type { CallOptions } from '../http/types.ts'

/** How one Radarr or Sonarr is reached. `name` is the owner's own name for it and stands in Faults. */
export type ArrSettings = Readonly<{ url: string; apiKey: string; name: string }>

export type ArrStatus = Readonly<{ app: string; version: string }>
export type Profile = Readonly<{ id: number; name: string }>
/** A root folder. `accessible` is false when the application itself can't read it at the moment. */
export type Folder = Readonly<{ path: string; freeBytes?: number; accessible: boolean }>
export type Tag = Readonly<{ id: number; label: string }>

/** A film as Radarr has it. */
export type ArrFilm = Readonly<{
  arrId: number
  title: string
  monitored: boolean
  hasFile: boolean
  lastSearchAt?: Instant
}>

/** From when on Radarr looks for a film. */
type MinimumAvailability = 'announced' | 'inCinemas' | 'released'

export type FilmToAdd = Readonly<{
  tmdbId: number
  title: string
  year?: number
  profileId: number
  folder: string
  tagIds: readonly number[]
  minimumAvailability: MinimumAvailability
}>

/**
 * A season of a show. `files` counts the episodes that are there, `episodes` those and the monitored ones that were on
 * already, `total` all; zeros for a season whose episodes Sonarr doesn't know yet.
 */
export type ArrSeason = Readonly<{
  number: number
  monitored: boolean
  episodes: number
  files: number
  total: number
}>

/** A show as Sonarr has it. `monitorsNew`: whether seasons that are yet to come will be monitored. */
export type ArrShow = Readonly<{
  arrId: number
  tvdbId: number
  title: string
  monitored: boolean
  monitorsNew: boolean
  ended: boolean
  /** In the order of their numbers; number 0 holds the specials. */
  seasons: readonly ArrSeason[]
}>

/** An episode as Sonarr has it. `airsAt` is absent while nobody knows. */
export type ArrEpisode = Readonly<{
  id: number
  season: number
  episode: number
  title?: string
  airsAt?: Instant
  hasFile: boolean
  monitored: boolean
  lastSearchAt?: Instant
}>

/** How a show's episodes are numbered where releases are looked for. */
type SeriesType = 'standard' | 'daily' | 'anime'

/** What is to be monitored of a show: these seasons, and with `future` every season that is yet to come. */
export type SeasonsWish = Readonly<{ seasons: readonly number[]; future: boolean }>

export type ShowToAdd = SeasonsWish &
  Readonly<{
    tvdbId: number
    title: string
    year?: number
    profileId: number
    folder: string
    tagIds: readonly number[]
    seriesType: SeriesType
  }>

/**
 * Where a download stands.
 * - `waiting`: queued, delayed, or its client can't be asked
 * - `importing`: downloaded, on its way into the library
 * - `blocked`: needs a person before it can go on
 */
export type DownloadState = 'waiting' | 'paused' | 'downloading' | 'importing' | 'blocked' | 'failed'

/** `arrId` is the film's or the show's number. */
export type QueueItem = Readonly<{
  arrId: number
  downloadId?: string
  /** 0 to 100; not rounded. */
  percent: number
  /** When the download client expects to be through. */
  eta?: Instant
  state: DownloadState
  /** What the application says is wrong, in its own words. */
  problem?: string
}>

/** A download that holds several episodes is one item for each, all with the same `downloadId`. */
export type SonarrQueueItem = QueueItem & Readonly<{ season?: number; episodeId?: number }>

/** What happened to a title at some moment; `other` is anything that no request cares for. */
export type HistoryEvent = Readonly<{
  id: number
  arrId: number
  at: Instant
  what: 'grabbed' | 'imported' | 'failed' | 'file-deleted' | 'other'
  downloadId?: string
  /** Of a failure: why, in the application's own words. */
  said?: string
  /** Of a file that was deleted: it made way for a better one. */
  upgrade?: true
}>

/** A file or download of several episodes is one event for each. */
export type SonarrEvent = HistoryEvent & Readonly<{ episodeId: number }>

/**
 * A webhook of ours in the application. `flags` names the occasions that are switched on, such as `onGrab`.
 * Read back from the application, `password` is a row of stars: the application keeps it to itself.
 */
export type Connection = Readonly<{
  id?: number
  name: string
  url: string
  username: string
  password: string
  flags: readonly string[]
}>

/** What every application of the family can do. Every call throws Faults and nothing else. */
export type Arr = {
  status(options?: CallOptions): Promise<ArrStatus>
  profiles(options?: CallOptions): Promise<readonly Profile[]>
  folders(options?: CallOptions): Promise<readonly Folder[]>
  tags(options?: CallOptions): Promise<readonly Tag[]>
  /** The webhooks that point anywhere, ours and others'. */
  listConnections(options?: CallOptions): Promise<readonly Connection[]>
  /**
   * Creates the webhook, or overwrites the one with the number `existingId`; answers with its number.
   * The application calls the webhook before it saves it.
   * @throws Fault with the code `webhook-test-failed`: `rejected` when the address refused, `server` when it was silent
   */
  saveConnection(desired: Connection, existingId?: number, options?: CallOptions): Promise<number>
  /** Takes a webhook out; that it is gone already is no error. */
  removeConnection(id: number, options?: CallOptions): Promise<void>
  /**
   * Has the application call a webhook: one that isn't saved yet, or a saved one by its number, which also lifts the
   * pause that earlier failures caused.
   * @throws Fault as `saveConnection`
   */
  testConnection(which: Connection | number, options?: CallOptions): Promise<void>
}

/** One Radarr. */
export type Radarr = Arr & {
  /** The film in Radarr's own library; undefined when it isn't there. */
  find(tmdbId: number, options?: CallOptions): Promise<ArrFilm | undefined>
  /** Searches Radarr's metadata by words, or by `tmdb:1234` and `imdb:tt1234567`. */
  lookup(term: string, options?: CallOptions): Promise<readonly Candidate[]>
  /** What Radarr's metadata knows of a film. */
  title(tmdbId: number, options?: CallOptions): Promise<Title | undefined>
  /**
   * Adds a film and starts a search; answers with its number in Radarr. After `conflict`, `timeout` or `server`
   * the film may be there all the same: `find` it before trying again.
   * @throws Fault `conflict` when it was added already; `rejected` with the code `profile-gone` or `folder-gone`
   */
  add(film: FilmToAdd, options?: CallOptions): Promise<number>
  /** Switches monitoring on and changes nothing else. */
  monitor(arrId: number, options?: CallOptions): Promise<void>
  /** Starts a search. */
  search(arrId: number, options?: CallOptions): Promise<void>
  /** Every download that belongs to a film. */
  queue(options?: CallOptions): Promise<readonly QueueItem[]>
  /** Everything that happened at `since` or later, oldest first. */
  historySince(since: Instant, options?: CallOptions): Promise<readonly HistoryEvent[]>
}

/** One Sonarr. */
export type Sonarr = Arr & {
  /** The show in Sonarr's own library; undefined when it isn't there. */
  find(tvdbId: number, options?: CallOptions): Promise<ArrShow | undefined>
  /** The episodes of a show, in their order. Empty for some seconds after an add: Sonarr fetches them afterwards. */
  episodes(arrId: number, options?: CallOptions): Promise<readonly ArrEpisode[]>
  /** Searches Sonarr's metadata by words, or by `tvdb:1234`, `imdb:tt1234567` and `tmdb:1234`. */
  lookup(term: string, options?: CallOptions): Promise<readonly Candidate[]>
  /** What Sonarr's metadata knows of a show. */
  title(tvdbId: number, options?: CallOptions): Promise<Title | undefined>
  /**
   * Adds a show of which exactly the wished seasons are monitored, and searches for nothing; answers with its number
   * in Sonarr. Afterwards as `Radarr.add`.
   * @throws Fault as `Radarr.add`
   */
  add(show: ShowToAdd, options?: CallOptions): Promise<number>
  /**
   * Monitors the show, the wished seasons with all their episodes, and with `future` the seasons to come; leaves
   * everything else as it was. An episode that somebody switched off in a season that is monitored stays off, and a
   * refresh that Sonarr is in the middle of may undo the change: read back.
   */
  monitor(arrId: number, wish: SeasonsWish, options?: CallOptions): Promise<void>
  /** Monitors single episodes; neither their seasons nor the show, without which Sonarr fetches nothing by itself. */
  monitorEpisodes(episodeIds: readonly number[], options?: CallOptions): Promise<void>
  /** Starts a search for the monitored episodes of a season, which must be there already. */
  searchSeason(arrId: number, season: number, options?: CallOptions): Promise<void>
  /** Starts a search for episodes, monitored or not. */
  searchEpisodes(episodeIds: readonly number[], options?: CallOptions): Promise<void>
  /** Every download that belongs to a show. */
  queue(options?: CallOptions): Promise<readonly SonarrQueueItem[]>
  /** Everything that happened at `since` or later, oldest first. */
  historySince(since: Instant, options?: CallOptions): Promise<readonly SonarrEvent[]>
}

/** The applications of the family that are worked with. */
export type ArrKind = 'radarr' | 'sonarr'

/** What the live test of an instance found. That it can't reach us is no failure but a warning of its own. */
export type Probe =
  | Readonly<{
      ok: true
      version: string
      profiles: readonly Profile[]
      folders: readonly Folder[]
      tags: readonly Tag[]
      webhook: 'reached' | Readonly<{ failed: string }>
    }>
  | Readonly<{ ok: false; why: ProbeFailure; detail?: string }>
