/** Milliseconds since 1970, UTC. */
type Instant = number

/** So long after the last arrival, what came is told although more is to come. */
export const QUIET_MS = 120_000
/** So long after the first arrival it is told in any case. */
export const LONGEST_MS = 30 * 60_000
/** When whole seasons are here but the request wants more, others may be in the same pack: they get this long. */
export const SETTLE_MS = 5_000

/** When a window that was opened at `openedAt` is to be told, now that something arrived. */
export const windowEnd = (
  openedAt: Instant,
  settled: 'request' | 'seasons' | 'no',
  now: Instant,
): Instant => {
  const pause = settled === 'request' ? 0 : settled === 'seasons' ? SETTLE_MS : QUIET_MS
  return Math.min(now + pause, openedAt + LONGEST_MS)
}
