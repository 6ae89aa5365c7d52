/**
 * Why a list, a feed or all of Plex can't be read at the moment, in a closed list; the sentence is in the catalogue
 * under `watch.trouble.<code>`.
 */
export const WATCH_TROUBLES = [
  'hidden',
  'token-refused',
  'asked-to-wait',
  'unreachable',
  'odd-answer',
] as const

export type WatchTrouble = (typeof WATCH_TROUBLES)[number]

/** What a feed is good for. Only one that is `open` is trusted to show additions. */
export const FEED_STATES = ['unknown', 'open', 'none', 'gone', 'cached', 'stalled', 'failing'] as const

export type FeedState = (typeof FEED_STATES)[number]

/** Answers kept longer than this on their way are no news. */
export const LONGEST_KEPT_MS = 5 * 60_000
/** So many readings in a row have to fail before a feed is taken for failing. */
export const FAILURES_BEFORE_DOUBT = 5
/** What a list showed and its feed did not within this time, the feed misses. */
export const SHOWN_WITHIN_MS = 10 * 60_000
/** A feed that was given up is tried again after this. */
export const TRY_FEED_AGAIN_MS = 60 * 60_000
