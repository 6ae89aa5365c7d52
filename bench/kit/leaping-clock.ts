import type { Clock, Instant } from '../../src/platform/clock.ts'

/** A clock on which nobody waits: who sleeps moves it on. */
export type LeapingClock = Clock & {
  /** Moves it on to a moment, if that is still to come. */
  reach(at: Instant): void
}

export const createLeapingClock = (start: Instant): LeapingClock => {
  let now = start
  return {
    now: () => now,
    sleep: async (ms) => {
      now += ms
    },
    real: (ms) => ms,
    reach: (at) => {
      now = Math.max(now, at)
    },
  }
}
