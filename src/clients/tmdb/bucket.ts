import type { Clock, Instant } from '../../platform/clock.ts'

/** Waits for its turn; rejects with the signal's reason as soon as it is aborted. */
export type Bucket = (signal?: AbortSignal) => Promise<void>

/**
 * Lets `perSecond` through in a second, first come first served, and after a rest as many at once as fit into
 * `burstMs`. Who gives up takes no turn: people who type on must not keep others waiting.
 */
export const createBucket = (clock: Clock, perSecond: number, burstMs: number): Bucket => {
  let nextFree: Instant = 0
  let queue: Promise<unknown> = Promise.resolve()

  const pass = async (signal?: AbortSignal): Promise<void> => {
    signal?.throwIfAborted()
    // Never longer than one turn: the machine's clock may have been set back.
    const wait = Math.min(nextFree - burstMs - clock.now(), 1_000 / perSecond)
    if (wait > 0) await clock.sleep(wait, signal)
    nextFree = Math.max(nextFree, clock.now()) + 1_000 / perSecond
  }

  return async (signal) => {
    signal?.throwIfAborted()
    const turn = queue.then(() => pass(signal))
    queue = turn.catch(() => {})
    await (signal ? orAborted(turn, signal) : turn)
  }
}

const orAborted = async (turn: Promise<void>, signal: AbortSignal): Promise<void> => {
  const { promise: aborted, reject } = Promise.withResolvers<never>()
  const giveUp = () => reject(signal.reason)
  signal.addEventListener('abort', giveUp)
  try {
    await Promise.race([turn, aborted])
  } finally {
    signal.removeEventListener('abort', giveUp)
  }
}
