/** What a watchlist can hold; ids that are missing are those that Plex does not know (yet). */
export type PlexTitle = {
  /** 24 hexadecimal digits: the last part of the `plex://` guid, and the `ratingKey` at the provider. */
  key: string
  kind: 'movie' | 'show'
  title: string
  /** 0 where no year is known. */
  year: number
  ids: { imdb?: string; tmdb?: number; tvdb?: number }
  /** `YYYY-MM-DD`; absent where it isn't known. */
  released?: string
  overview: string
  /** Minutes. */
  runtime: number
  genres: readonly string[]
  certification?: string
  /** Of shows, how many episodes each season has. */
  seasons: readonly { number: number; episodes: number }[]
  /** Plex took it out of its database: it has no metadata any more, though lists still name it. */
  isGone: boolean
}

/** A title on somebody's watchlist, and since when, in milliseconds. */
export type WatchlistEntry = { plexKey: string; addedAt: number }

/** The feeds that Plex keeps of watchlists. */
export type FeedType = 'watchlist' | 'friendsWatchlist'

/** A title in a feed; `author` is the uuid of who listed it. */
export type FeedEntry = WatchlistEntry & { author: string }

export type Feed = {
  /** Whoever knows it can read the feed. */
  uuid: string
  accountId: number
  type: FeedType
  /** What it goes on showing, while it stalls. */
  stalled?: FeedEntry[]
}

/** What a server holds of a title. */
export type Holding = {
  plexKey: string
  /** The title's number on this server. */
  ratingKey: number
  addedAt: number
  seasons: { ratingKey: number; index: number; leafCount: number }[]
}

/** How the services of watchlists misbehave without failing. */
export type Weather = {
  /**
   * What friends get for a list that its owner hides. No recording shows it. An error is the rule here because with it
   * a program can be held to say why it sees nothing; `empty` is the harder weather, which looks like a cleared list.
   */
  hiddenLists: 'refused' | 'empty'
  /** How many entries of the page before each later page of a watchlist repeats. */
  overlap: number
  /** The `Cache-Control` of feeds. */
  feedCache: string
  /** What the entries of feeds lack. */
  feedLacks: Set<'author' | 'guids'>
}

/** Somebody with a Plex account, or a managed user of somebody's Plex Home (who has neither username nor email). */
export type Account = {
  id: number
  /** 16 hexadecimal digits; the community service calls people by it. */
  uuid: string
  username: string | null
  title: string
  email: string | null
  plexPass: boolean
  /** The account that runs the Plex Home which this one belongs to; its own id when it runs one, absent without a Home. */
  homeAdmin?: number
  joinedAt: number
  /** Addresses that Plex posts to, as the account set them. */
  webhooks: string[]
  friends: Set<number>
  /** Newest first. Managed users have none. */
  watchlist: WatchlistEntry[]
  /** Friends may not see the watchlist. */
  watchlistHidden: boolean
  /** The apps that were signed in, by their client identifier. */
  players: { name: string; clientIdentifier: string; createdAt: number }[]
}

export type Section = { id: number; key: number; title: string; type: 'movie' | 'show' | 'artist' }

/** That somebody may use a server; carries the token by which that server knows them. */
export type Share = {
  id: number
  accountId: number
  accessToken: string
  invitedAt: number
  acceptedAt: number
}

export type Server = {
  id: number
  /** 40 hexadecimal digits; `clientIdentifier` among the resources. */
  machineIdentifier: string
  name: string
  ownerId: number
  createdAt: number
  sections: Section[]
  shares: Share[]
  holdings: Holding[]
  /**
   * The addresses that plex.tv tells, in this order: its own one on the loopback, one on the loopback where nobody
   * listens, and those that such a server has in the world, which tests cannot reach.
   */
  reachedBy: ('itself' | 'nobody' | 'the world')[]
  /** Where it listens, once it does. */
  port: number
}

/** A sign-in that was begun. */
export type Pin = {
  id: number
  code: string
  clientIdentifier: string
  product: string
  createdAt: number
  expiresAt: number
  token: string | null
  /** The person left the page without signing in. */
  denied: boolean
  /** When it was asked for lately. */
  polls: number[]
}

/** All that the stand-in knows, in one plain object. */
export type World = {
  now(): number
  accounts: Account[]
  servers: Server[]
  pins: Pin[]
  /** By key. */
  titles: Map<string, PlexTitle>
  feeds: Feed[]
  weather: Weather
  /** Calls that a program must not make, such as carrying a token to where it does not belong. */
  violations: string[]
  /** Whose each live token is. */
  tokens: Map<string, number>
  /** Tokens that were worth something once. */
  revoked: Set<string>
  counters: Record<'account' | 'server' | 'section' | 'share' | 'pin' | 'item', number>
}
