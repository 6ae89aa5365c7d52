import { createRolling } from './windows.ts'

const DAY = 24 * 3_600_000
const MOST_A_DAY = 1_000

/**
 * How often bots may identify: 1,000 times a day, and one in `everyMs` (Discord: 5 s at a concurrency of 1). Who comes
 * too early gets an invalid session.
 */
export const createSessionStarts = (now: () => number, everyMs: number) => {
  const starts = createRolling(now)
  return {
    /** False: too early, or too often today. */
    take: (): boolean =>
      starts.take('pace', 1, everyMs).allowed && starts.take('day', MOST_A_DAY, DAY).allowed,
    sessionStartLimit: () => ({
      total: MOST_A_DAY,
      remaining: MOST_A_DAY - starts.count('day', DAY),
      reset_after: DAY,
      max_concurrency: 1,
    }),
  }
}

export type SessionStarts = ReturnType<typeof createSessionStarts>
