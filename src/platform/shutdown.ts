import { stopwatch } from './clock.ts'
import type { Log } from './logger.ts'

/** Something to be stopped, in the order it was registered. */
export type Stop = { readonly name: string; stop(): Promise<void> | void }

/**
 * Runs the stops one after another within `deadlineMs` of real time. One that fails does not keep the others from
 * being tried. When one hangs until the deadline, the rest are begun at once and not waited for: returns false.
 */
export const stopInOrder = async (stops: readonly Stop[], deadlineMs: number, log: Log): Promise<boolean> => {
  const elapsed = stopwatch()
  let timer: NodeJS.Timeout | undefined
  const deadline = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), deadlineMs)
  })
  const halt = async ({ name, stop }: Stop): Promise<void> => {
    try {
      await stop()
      log.debug({ name, ms: elapsed() }, 'stopped')
    } catch (err) {
      log.warn({ err, name }, 'could not stop cleanly')
    }
  }
  const waiting = [...stops]
  const work = async (): Promise<'done'> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await halt(next)
    return 'done'
  }
  const outcome = await Promise.race([work(), deadline])
  clearTimeout(timer)
  for (const left of waiting.splice(0)) void halt(left)
  return outcome === 'done'
}
