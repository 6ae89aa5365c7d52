/**
 * How calls to an instance fail when that is no matter of one request: it can't be reached, answers nothing that can
 * be used, or isn't what it was.
 */
export const LINE_FAILURES = [
  'unreachable',
  'name-not-found',
  'tls',
  'timeout',
  'server',
  'bad-shape',
  'unauthorised',
  'another-application',
  'too-old',
] as const

export type LineFailure = (typeof LINE_FAILURES)[number]

/** What a visit to an instance came to. `said` is a name or version for the sentence that tells of it. */
export type Met = Readonly<{ ok: true } | { ok: false; failure: LineFailure; said?: string }>

/** The line to an instance. While it rests, until something looks whether it answers again, nobody calls. */
export type Line = Readonly<{
  /** Failures in a row. */
  failures: number
  /** When the first of them was. */
  failingSince?: number
  /** When it is looked at again; absent while the line is open to everybody. */
  restedUntil?: number
}>

export const SOUND: Line = { failures: 0 }

const RESTS_AFTER = 3
/** Failures further apart than this are not one trouble. */
const WITHIN_MS = 10 * 60_000
const FIRST_PAUSE_MS = 5_000
export const LONGEST_PAUSE_MS = 5 * 60_000

/** What no amount of trying mends: somebody has to do something. */
const NEEDS_A_PERSON: ReadonlySet<LineFailure> = new Set(['unauthorised', 'another-application', 'too-old'])

const pauseAfter = (failures: number): number =>
  Math.min(FIRST_PAUSE_MS * 2 ** Math.min(failures - RESTS_AFTER, 10), LONGEST_PAUSE_MS)

/** How long a resting line is still left alone. A clock that was set back doesn't lengthen that. */
export const restOf = ({ restedUntil }: Line, now: number): number => {
  const rest = (restedUntil ?? now) - now
  return rest > LONGEST_PAUSE_MS ? 0 : Math.max(0, rest)
}

/** What becomes of the line after a visit: one answer opens it, failures in a row let it rest for longer each time. */
export const decideLine = (line: Line, met: Met, now: number): Line => {
  if (met.ok) return SOUND
  // A visit that began before the rest did: it says nothing new.
  if (restOf(line, now) > 0) return line
  const { failingSince = now } = line
  const isLongAgo = line.restedUntil === undefined && now - failingSince > WITHIN_MS
  const failures = isLongAgo ? 1 : line.failures + 1
  const failing = { failures, failingSince: isLongAgo ? now : failingSince }
  if (NEEDS_A_PERSON.has(met.failure)) return { ...failing, restedUntil: now + LONGEST_PAUSE_MS }
  if (line.restedUntil === undefined && failures < RESTS_AFTER) return failing
  return { ...failing, restedUntil: now + pauseAfter(Math.max(failures, RESTS_AFTER)) }
}
