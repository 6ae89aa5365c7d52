import type { Clock, Instant } from '../../platform/clock.ts'

/** Waits for its turn; rejects with the signal's reason when aborted. */
export type Bucket = (signal?: AbortSignal) => Promise<void>

/** Lets `perSecond` through in a second, and as many at once as fit into `burstMs` of it. */
export const createBucket = (clock: Clock, perSecond: number, burstMs: number): Bucket => {
  let nextFree: Instant = 0
  return async (signal) => {
    const now = clock.now()
    nextFree = Math.max(nextFree, now) + 1_000 / perSecond
    const wait = nextFree - now - burstMs
    if (wait > 0) await clock.sleep(wait, signal)
  }
}
