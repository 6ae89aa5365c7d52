import { findInstance } from '../../db/queries/instances.ts'
import { isSound } from '../../domain/instances/health.ts'
import { LONGEST_PAUSE_MS, restOf } from '../../domain/instances/line.ts'
import { SECOND } from '../../platform/clock.ts'
import { Fault } from '../../platform/faults.ts'
import { defineJob, finished, later } from '../define.ts'
import { lookOver } from '../look-over.ts'

/** A line that failed once may only have hiccuped. */
const LOOK_AGAIN_MS = 5 * SECOND

/**
 * Keeps an eye on an instance that failed or lacks something, until nothing is wrong with it. While its line rests
 * this is the only one that calls.
 */
export const watchInstanceJob = defineJob({
  name: 'watch-instance',
  queue: 'upkeep',
  retry: { attempts: 1_000, firstPauseMs: LOOK_AGAIN_MS, longestPauseMs: LONGEST_PAUSE_MS },
  run: async (instanceId, deps) => {
    const { db, clock } = deps
    const before = await findInstance(db, instanceId)
    if (before === undefined || isSound(before)) return finished('nothing to watch')
    const rest = restOf(before.line, clock.now())
    if (rest > 0) return later(rest, 'it rests')
    try {
      await lookOver(before, deps)
    } catch (error) {
      if (!(error instanceof Fault)) throw error
    }
    const after = await findInstance(db, instanceId)
    if (after === undefined || isSound(after)) return finished('it is well')
    const { line } = after
    if (line.restedUntil !== undefined) return later(restOf(line, clock.now()), 'it rests')
    return later(line.failures > 0 ? LOOK_AGAIN_MS : LONGEST_PAUSE_MS, 'it is not well yet')
  },
})
