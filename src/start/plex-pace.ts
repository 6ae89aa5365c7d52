import type { Call } from '../clients/http/types.ts'
import type { Db } from '../db/connect.ts'
import { fill, lockPace, pause } from '../db/queries/paces.ts'
import { fullBucket, type Lane, takeCall } from '../domain/watchlists/pace.ts'
import { type Clock, MINUTE, SECOND } from '../platform/clock.ts'
import { Fault } from '../platform/faults.ts'

/** How much may be asked of Plex, by all processes together. */
export type PlexPace = {
  /**
   * Waits for a turn.
   * @throws Fault `rate-limited` while Plex asked us to wait, when it would take longer than a moment, or longer than
   * the call's `signal` gives it
   */
  take(call: Pick<Call, 'service' | 'operation' | 'signal'>, lane: Lane): Promise<void>
  /** Plex asks to be left alone for so long; without a number, for a minute. */
  pause(ms: number | undefined): Promise<void>
}

const NAME = 'plex'
/** Who has to wait longer than this comes back later, and holds up nobody else meanwhile. */
const PATIENCE_MS = 5 * SECOND
const PAUSE_MS = MINUTE

/**
 * Kept in SQL, so that it is one for all processes and outlives each of them: what Plex asked for before we were
 * restarted still counts.
 */
export const createPlexPace = (db: Db, clock: Clock): PlexPace => {
  /** 0 when a turn was taken, else the milliseconds to wait and whether that is Plex's own wish. */
  const tryOnce = (lane: Lane): Promise<{ waitMs: number; isPaused: boolean }> =>
    db.transaction().execute(async (tx) => {
      const now = clock.now()
      const pace = await lockPace(tx, NAME, fullBucket(now))
      const pausedMs = (pace.pausedUntil ?? 0) - now
      if (pausedMs > 0) return { waitMs: pausedMs, isPaused: true }
      const turn = takeCall(pace, lane, now)
      await fill(tx, pace, turn.bucket)
      return { waitMs: turn.waitMs, isPaused: false }
    })

  return {
    take: async ({ service, operation, signal }, lane) => {
      const begun = clock.now()
      const notNow = (retryAfterMs: number) =>
        new Fault({ kind: 'rate-limited', service, operation, retryAfterMs })
      for (;;) {
        const { waitMs, isPaused } = await tryOnce(lane)
        if (waitMs === 0) return
        const isTooLong = clock.now() + waitMs - begun > PATIENCE_MS
        if (isPaused || isTooLong) throw notNow(waitMs)
        try {
          await clock.sleep(waitMs, signal)
        } catch {
          // Whoever asked has no more time; their turn would still have come.
          throw notNow(waitMs)
        }
      }
    },
    pause: (ms = PAUSE_MS) =>
      db.transaction().execute(async (tx) => {
        const now = clock.now()
        await pause(tx, await lockPace(tx, NAME, fullBucket(now)), now + ms)
      }),
  }
}
