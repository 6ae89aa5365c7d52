import { findRemovedInstance } from '../../db/queries/instances.ts'
import { MINUTE } from '../../platform/clock.ts'
import { Fault } from '../../platform/faults.ts'
import { defineJob, finished } from '../define.ts'
import { ourHook } from '../hook.ts'

/** Takes our webhook out of an instance that is no longer used. One that can't be reached any more is left as it is. */
export const removeHookJob = defineJob({
  name: 'remove-hook',
  queue: 'arr',
  retry: { attempts: 5, firstPauseMs: MINUTE, longestPauseMs: 10 * MINUTE },
  run: async (subject, deps) => {
    const instance = await findRemovedInstance(deps.db, subject)
    if (instance === undefined) return finished('the instance is in use')
    const arr = deps.arr(instance)
    try {
      const found = ourHook(await arr.listConnections(), instance.id)
      if (found?.id === undefined) return finished('none there')
      await arr.removeConnection(found.id)
      return finished('removed')
    } catch (error) {
      if (error instanceof Fault && !error.retryable) return finished(error.kind)
      throw error
    }
  },
})
