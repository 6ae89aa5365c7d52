const SECOND_MS = 1_000
const MINUTE_MS = 60 * SECOND_MS
const HOUR_MS = 60 * MINUTE_MS

/** Lists are looked at one after the other, with at least so much time between two looks. */
const BETWEEN_LISTS_MS = SECOND_MS
/** A list that a feed covers is looked at all the same, for feeds have been seen to miss additions. */
const COVERED_MS = 30 * MINUTE_MS
/** A whole list is walked through this often, for removals are seen in no other way. */
export const PASS_MS = 12 * HOUR_MS
/** How far a moment may be off, so that not everybody asks at once: a tenth, to both sides. */
const JITTER = 0.1

/** A pause, moved by chance. `random` is from 0 to 1. */
export const jittered = (ms: number, random: number): number =>
  Math.round(ms * (1 + JITTER * (2 * random - 1)))

/**
 * Milliseconds until a list's newest entries are looked at again: the more lists are read, the longer, so that all of
 * them together stay within one call a second.
 */
export const checkEveryMs = (everyMs: number, lists: number, isCovered: boolean): number =>
  Math.max(isCovered ? COVERED_MS : everyMs, lists * BETWEEN_LISTS_MS)

/** The pause between two pages of a list, as Plex wishes it: five to ten seconds. */
export const betweenPagesMs = (random: number): number => (5 + 5 * random) * SECOND_MS
