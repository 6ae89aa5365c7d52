import type { Access } from '../../domain/watchlists/access.ts'
import type { ItemState } from '../../domain/watchlists/item.ts'
import type { Emptiness, Walk } from '../../domain/watchlists/walk.ts'
import type { Sealed } from '../../platform/crypto.ts'

/** Milliseconds since 1970, UTC. */
type Instant = number
/** JSON as text, the same on both databases. */
type Json = string

/** The watchlist of a Plex account, and how it is read. */
export type WatchListsTable = Walk &
  Emptiness & {
    plexId: string
    access: Access
    /** The numbers at Plex of its newest entries, as last seen, newest first. */
    newest: Json
    /** What Plex calls that state of it. */
    etag: string | null
    checkedAt: Instant | null
    /** Why it can't be read at the moment. */
    trouble: Json | null
    passDue: Instant
    /** When the first complete pass ended: what stood there then is no news. */
    firstPassAt: Instant | null
    lastPassAt: Instant | null
  }

/** Something that stands, or stood, on somebody's watchlist. */
export type WatchItemsTable = {
  id: string
  plexId: string
  titleId: string
  state: ItemState
  /** Why it was not asked for. */
  reason: Json | null
  requestId: string | null
  /** Whether it is by this that its person waits for the request. */
  follows: 0 | 1
  /** When it was added, by Plex's word where there is one, else when it was noticed. */
  addedAt: Instant
  consideredAt: Instant | null
  /** When what keeps it from being asked for is looked at again. */
  retryAt: Instant | null
  /** The pass that saw it last, and how many complete ones in a row did not. */
  seenPass: number
  missed: number
  goneAt: Instant | null
}

/** What is never asked for from watchlists: by one person, or by nobody when `personId` is empty. */
export type ExclusionsTable = { titleId: string; personId: string; by: string; createdAt: Instant }

/** A feed of Plex: the owner's own additions, or those of all friends. */
export type FeedsTable = {
  kind: 'own' | 'friends'
  state: 'unknown' | 'open' | 'none' | 'gone' | 'cached' | 'stalled' | 'failing'
  /** A secret. */
  url: Sealed | null
  /** Fingerprint of what it held when last read, and the keys of its entries. */
  print: string | null
  keys: Json
  /** What a list showed and the feed did not yet. */
  suspects: Json
  /** Since when it is as it is. */
  since: Instant
  readAt: Instant | null
  failures: number
}

/** How much may be asked of a service at the moment: by all processes together. */
export type PacesTable = {
  name: string
  /** Thousandths of a call. */
  level: number
  at: Instant
  /** Until when it asked us to wait. */
  pausedUntil: Instant | null
}
