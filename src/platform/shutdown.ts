import { stopwatch } from './clock.ts'
import type { Log } from './logger.ts'

/** Something to be stopped, in the order it was registered. */
export type Stop = { readonly name: string; stop(): Promise<void> | void }

/**
 * Runs the stops one after another within `deadlineMs` of real time. One that fails or hangs does not keep the
 * others from being tried; returns false when the deadline passed first.
 */
export const stopInOrder = async (stops: readonly Stop[], deadlineMs: number, log: Log): Promise<boolean> => {
  const elapsed = stopwatch()
  let timer: NodeJS.Timeout | undefined
  const deadline = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), deadlineMs)
  })
  const work = async (): Promise<'done'> => {
    for (const { name, stop } of stops) {
      try {
        await stop()
        log.debug({ name, ms: elapsed() }, 'stopped')
      } catch (err) {
        log.warn({ err, name }, 'could not stop cleanly')
      }
    }
    return 'done'
  }
  const outcome = await Promise.race([work(), deadline])
  clearTimeout(timer)
  return outcome === 'done'
}
