/**
 * Who waits for an answer of Plex, the most pressing first: a person at a card, a sign-in that is being waited for, one
 * new title, the feeds, a look at somebody's newest additions, a walk through a whole list.
 */
export const LANES = ['person', 'sign-in', 'title', 'feed', 'check', 'walk'] as const

export type Lane = (typeof LANES)[number]

/** Milliseconds since 1970, UTC. */
type Instant = number

/** What may be asked at once, in thousandths of a call, and when that was counted. */
export type Bucket = Readonly<{ level: number; at: Instant }>

const ONE = 1_000
/** So many calls a second are asked of Plex at most, by all processes together; after a quiet time so many at once. */
export const CALLS_A_SECOND = 3
const MOST_AT_ONCE = 12

/** What each lane has to leave for those before it. */
const LEAVES: Readonly<Record<Lane, number>> = {
  person: 0,
  'sign-in': 1,
  title: 2,
  feed: 3,
  check: 5,
  walk: 7,
}

export const fullBucket = (now: Instant): Bucket => ({ level: MOST_AT_ONCE * ONE, at: now })

/** Takes a call out of the bucket, or says in how many milliseconds to ask again: 0 when it was taken. */
export const takeCall = (bucket: Bucket, lane: Lane, now: Instant): { bucket: Bucket; waitMs: number } => {
  // A clock that was set back gives nothing and takes nothing away; what comes from now on is counted by it.
  const gained = Math.max(0, now - bucket.at) * CALLS_A_SECOND
  const level = Math.min(bucket.level + gained, MOST_AT_ONCE * ONE)
  const needed = (LEAVES[lane] + 1) * ONE
  if (level >= needed) return { bucket: { level: level - ONE, at: now }, waitMs: 0 }
  return { bucket: { level, at: now }, waitMs: Math.ceil((needed - level) / CALLS_A_SECOND) }
}
