import { homeRelease, type Title } from '../titles/title.ts'
import type { MediaRequest, RequestChange } from './request.ts'

/** Milliseconds since 1970, UTC. */
type Instant = number

const DAY_MS = 24 * 60 * 60 * 1_000

/** So long something that can be had is looked for before anybody is asked what to do. */
export const PATIENCE_MS = DAY_MS
/** Who keeps waiting is asked again after this long, and nobody is asked more often. */
export const WAIT_MS = 7 * DAY_MS
/** A request is looked at anew after this long at the latest: dates change, and others join. */
const LOOK_AGAIN_MS = DAY_MS
/** A film whose day at home nobody knows can be had this long after it came to the cinemas. */
const CINEMA_MS = 90 * DAY_MS

/** Somebody who waits for a request: since when, when they were last asked, and until when they chose to wait. */
export type Waiter = Readonly<{
  personId: string
  since: Instant
  askedAt?: Instant
  waitsUntil?: Instant
}>

/** Who is to be asked now, and when the request is to be looked at next. */
type Unfound = Readonly<{ ask: readonly string[]; askAt: Instant }>

/** The search begins, or begins anew. */
export const startLooking = (now: Instant) =>
  ({ lookingSince: now, askAt: now + PATIENCE_MS }) as const satisfies RequestChange

/** Since when what is still wanted can be had, or from when on; undefined while nobody can tell. */
const hadFrom = (request: MediaRequest, { releases }: Title): Instant | undefined => {
  if (request.kind === 'show') return request.lackingSince ?? request.nextAt
  return homeRelease({ releases }) ?? (releases.cinema === undefined ? 0 : releases.cinema + CINEMA_MS)
}

/** Since when a request was looked for in vain: since it can be had, or since the search began, whichever is later. */
export const lookedForSince = (request: MediaRequest, title: Title): Instant => {
  const { lookingSince = request.updatedAt } = request
  return Math.max(lookingSince, hadFrom(request, title) ?? 0)
}

/** What one and the same question is about: a film's search, a show's earliest episode that is missing. */
const questionFrom = (request: MediaRequest): Instant =>
  (request.kind === 'show' ? request.lackingSince : request.lookingSince) ?? 0

/** When somebody is to be asked; undefined when they were, and did not choose to wait. */
const dueAt = (request: MediaRequest, ripeAt: Instant, waiter: Waiter): Instant | undefined => {
  const { askedAt, waitsUntil, since } = waiter
  if (askedAt === undefined) return Math.max(ripeAt, since + PATIENCE_MS)
  if (waitsUntil !== undefined && waitsUntil > askedAt) return Math.max(ripeAt, waitsUntil)
  return questionFrom(request) > askedAt ? Math.max(ripeAt, askedAt + WAIT_MS) : undefined
}

/**
 * Decides who is asked what to do about something that was looked for in vain: everybody who waits for it, once, and
 * again when the time is over for which they chose to wait. Undefined while it is not looked for at all.
 */
export const decideUnfound = (
  request: MediaRequest,
  title: Title,
  waiters: readonly Waiter[],
  now: Instant,
): Unfound | undefined => {
  if (request.state !== 'added') return undefined
  const from = hadFrom(request, title)
  const ripeAt = lookedForSince(request, title) + PATIENCE_MS
  const due = waiters.map((waiter) => ({ ...waiter, at: dueAt(request, ripeAt, waiter) }))
  const canBeHad = from !== undefined && from <= now
  const ask = due.filter(({ at }) => canBeHad && at !== undefined && at <= now)
  const others = due.flatMap(({ at }) => (at === undefined || at <= now ? [] : [at]))
  return {
    ask: ask.map(({ personId }) => personId),
    askAt: Math.min(now + LOOK_AGAIN_MS, ...others),
  }
}
