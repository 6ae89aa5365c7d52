import type { Standing } from './types.ts'

/** How long a connection is left alone, in seconds, by level. */
const PAUSES = [0, 60, 300, 900, 1800, 3600]
const HIGHEST = PAUSES.length - 1
const GRACE = 5 * 60_000
const JUST_STARTED = 15 * 60_000
const LONGEST_WHEN_JUST_STARTED = 5 * 60_000

/**
 * After a failure. The first one opens five minutes in which nothing is blocked; each one after them raises the level
 * and blocks for 5, 15, 30, 60 minutes. In the application's first fifteen minutes the level stays where it is.
 */
export const failed = (standing: Standing, now: number, startedAt: number): Standing => {
  const first = standing.level === 0
  const firstFailure = first ? now : (standing.firstFailure ?? now)
  const inGrace = firstFailure + GRACE > now
  const justStarted = startedAt + JUST_STARTED > now
  const rises = !first && !inGrace && !justStarted
  const level = first ? 1 : Math.min(HIGHEST, standing.level + (rises ? 1 : 0))
  if (inGrace) return { ...standing, level, firstFailure }
  const pause = (PAUSES[level] ?? 0) * 1000
  return {
    level,
    firstFailure,
    blockedUntil: now + (justStarted ? Math.min(pause, LONGEST_WHEN_JUST_STARTED) : pause),
  }
}

/** After a success: one level down, and open at once. The first failure keeps its date, so grace doesn't return. */
export const succeeded = (standing: Standing): Standing => {
  if (standing.level === 0) return standing
  const { blockedUntil: _, ...rest } = standing
  return { ...rest, level: standing.level - 1 }
}

/** Whether events are held back now. */
export const isBlocked = ({ blockedUntil }: Standing, now: number): boolean =>
  blockedUntil !== undefined && blockedUntil > now
