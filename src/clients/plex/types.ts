import type { IdSource, Kind, TitleRef } from '../../domain/titles/title.ts'
import type { Instant } from '../../platform/clock.ts'
import type { CallOptions } from '../http/types.ts'

/** How this installation names itself to Plex; `clientId` is made once and kept. */
export type PlexClient = Readonly<{ clientId: string; product: string }>

export type PlexTvSettings = PlexClient & Readonly<{ tvUrl: string; appUrl: string }>
export type PlexDiscoverSettings = PlexClient & Readonly<{ discoverUrl: string }>
export type PlexCommunitySettings = PlexClient & Readonly<{ communityUrl: string }>
export type PlexFeedsSettings = Readonly<{ rssUrl: string }>

/** A sign-in that was begun. `url` is the page where the person signs in. */
export type PlexPin = Readonly<{ id: string; code: string; expiresAt: Instant; url: string }>

/** How a sign-in stands: nobody signed in yet, it ran out, or here is the account's token. */
type PinState = 'waiting' | 'gone' | Readonly<{ token: string }>

export type PlexAccount = Readonly<{
  id: string
  uuid: string
  username: string
  title: string
  plexPass: boolean
}>

/** A media server that an account may use. */
export type PlexServer = Readonly<{
  machineId: string
  name: string
  owned: boolean
  /** The secret by which this account uses the server. */
  accessToken?: string
  /** Where it may answer, best first: at home, from outside, by Plex's relay, at home without encryption. */
  addresses: readonly string[]
}>

/** A friend or somebody of the Plex Home of an account. */
export type PlexPerson = Readonly<{
  id: string
  uuid: string
  username: string
  title: string
  /** A managed user of the Home, who has no account of their own and no watchlist. */
  restricted: boolean
  /** Lives in the account's Plex Home. */
  home: boolean
  /** The machine ids of the account's own servers that they may use. */
  servers: readonly string[]
}>

/** plex.tv: sign-in, accounts and the servers they see. Every call throws Faults and nothing else. */
export type PlexTv = {
  createPin(options?: CallOptions): Promise<PlexPin>
  readPin(id: string, code: string, options?: CallOptions): Promise<PinState>
  account(token: string, options?: CallOptions): Promise<PlexAccount>
  servers(token: string, options?: CallOptions): Promise<readonly PlexServer[]>
  /** Friends and everybody of the Plex Home, once each. The account itself is one of its Home. */
  people(token: string, options?: CallOptions): Promise<readonly PlexPerson[]>
  /** Makes the token worthless; that it was so already is no error. */
  signOut(token: string, options?: CallOptions): Promise<void>
}

/** A title as a line of a Plex list: its number at Plex (24 hexadecimal digits), and no other ids. */
export type ListedTitle = Readonly<{ plexKey: string; kind: Kind; name: string; year?: number }>

/** A title as Plex knows it, with the ids it has elsewhere. Texts are foreign. */
export type PlexTitle = ListedTitle &
  Readonly<{
    ids: Readonly<Partial<Record<IdSource, string>>>
    runtimeMinutes?: number
    genres: readonly string[]
    certification?: string
    overview?: string
    posterUrl?: string
  }>

export type ListPage = Readonly<{
  items: readonly ListedTitle[]
  /** Plex's numbers of entries that are of another kind, or of which nothing else can be read. They stand there all the same. */
  unread: readonly string[]
  /** How many entries don't even tell which they are. */
  skipped: number
  /** How long the whole list is, where that is told. */
  total?: number
  /** The cursor of the next page; without one this was the last. */
  next?: string
  /** Changes when the list does; depends on what was asked. */
  etag?: string
}>

/** `size` is 1 to 100; `after` is the `next` of an earlier page. */
export type PageOptions = Readonly<{ size: number; after?: string }>

/** Watchlists and metadata, by a person's own plex.tv token. Every call throws Faults and nothing else. */
export type PlexDiscover = {
  /**
   * A page of the list of whom the token belongs to, newest first. With the `etag` of an earlier answer to the same
   * question: 'same' when nothing has changed since.
   */
  watchlist(
    token: string,
    page: PageOptions & Readonly<{ etag?: string }>,
    options?: CallOptions,
  ): Promise<ListPage | 'same'>
  /** undefined: Plex doesn't know it, or not any more, or it is no film or show. */
  title(token: string, plexKey: string, options?: CallOptions): Promise<PlexTitle | undefined>
  /** Finds a title by an id that it has elsewhere. */
  match(token: string, ref: TitleRef, options?: CallOptions): Promise<PlexTitle | undefined>
  /** That it was on the list already is no error. */
  add(token: string, plexKey: string, options?: CallOptions): Promise<void>
  /** That it was not on the list is no error. */
  remove(token: string, plexKey: string, options?: CallOptions): Promise<void>
  /**
   * Makes the feed of a list, or finds it again. undefined where Plex gives none, as without a Plex Pass. The address
   * is a secret.
   */
  createFeed(
    token: string,
    whose: 'own' | 'friends',
    options?: CallOptions,
  ): Promise<Readonly<{ url: string }> | undefined>
}

/** A friend as Plex's community knows them; `uuid` is that of `PlexPerson`. */
export type PlexFriend = Readonly<{ uuid: string; username: string; title: string }>

/** What friends let one another see. Every call throws Faults and nothing else. */
export type PlexCommunity = {
  friends(token: string, options?: CallOptions): Promise<readonly PlexFriend[]>
  /** A page of a friend's list, newest first. 'hidden': they don't show it, or are no friend. */
  watchlist(
    token: string,
    uuid: string,
    page: PageOptions,
    options?: CallOptions,
  ): Promise<ListPage | 'hidden'>
}

/** A line of a feed. Whatever the feed lacks is absent. */
export type FeedEntry = Readonly<{
  /** The uuid of who added it; absent in the feed of one's own list. */
  author?: string
  kind?: Kind
  name: string
  year?: number
  ids: Readonly<Partial<Record<IdSource, string>>>
  addedAt?: Instant
  posterUrl?: string
  overview?: string
  genres: readonly string[]
  certification?: string
}>

export type Feed = Readonly<{
  /** A fingerprint of the entries, whatever their order. */
  print: string
  /** The newest fifty at most, each once. */
  entries: readonly FeedEntry[]
  /** How many entries could not be read. */
  skipped: number
  /** For how long caches on the way may keep an answer, where that is told. */
  keptForMs?: number
}>

/** The feeds of watchlists. */
export type PlexFeeds = {
  /** @throws Fault; `rejected` with the code `address-invalid` for an address that is none of Plex's feeds */
  read(url: string, options?: CallOptions): Promise<Feed>
}

/** `name` is how Faults call the server; `machineId` keeps the token from any other that answers at an address. */
export type MediaServerSettings = Readonly<{
  addresses: readonly string[]
  token: string
  machineId: string
  name: string
}>

/** What a server has of a title; of a show, how many episodes of each season, the specials at 0. */
export type Holding = Readonly<{ seasons?: ReadonlyMap<number, number> }>

/** One media server. */
export type MediaServer = {
  /** undefined: it has nothing of the title. @throws Fault */
  holding(title: Pick<ListedTitle, 'kind' | 'plexKey'>, options?: CallOptions): Promise<Holding | undefined>
}
