import { type Clock, SECOND } from '../platform/clock.ts'
import { CannotStart } from '../platform/data-dir.ts'
import type { Log } from '../platform/logger.ts'

const LIMIT_MS = 120 * SECOND
const LONGEST_PAUSE_MS = 5 * SECOND

/**
 * Waits for a service that the program can't start without: tries again for two minutes.
 * @throws what `attempt` threw when `hopeless` says that waiting mends nothing; CannotStart (69) when time is up
 */
export const patiently = async <T>(
  what: string,
  attempt: () => Promise<T>,
  hopeless: (error: unknown) => boolean,
  clock: Clock,
  log: Log,
): Promise<T> => {
  const since = clock.now()
  for (let tries = 0; ; tries++) {
    try {
      return await attempt()
    } catch (error) {
      if (hopeless(error) || error instanceof CannotStart) throw error
      if (clock.now() - since > LIMIT_MS) {
        throw new CannotStart(
          `${what} did not answer within two minutes. Usherr cannot work without it.`,
          69,
          error,
        )
      }
      if (tries === 0) log.warn({ err: error }, `${what} does not answer yet; waiting for it`)
      await clock.sleep(Math.min(500 * 2 ** tries, LONGEST_PAUSE_MS))
    }
  }
}
