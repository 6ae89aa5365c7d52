import { planReadings } from '../../actions/setup/plan-readings.ts'
import { planVisits } from '../../actions/setup/plan-visits.ts'
import { findInstance } from '../../db/queries/instances.ts'
import { MINUTE, SECOND } from '../../platform/clock.ts'
import { Fault } from '../../platform/faults.ts'
import { atInstance } from '../at-instance.ts'
import { defineJob, finished } from '../define.ts'
import { reconcile } from '../reconcile.ts'
import { actAs } from '../system.ts'

const retry = { attempts: 3, firstPauseMs: 5 * SECOND, longestPauseMs: MINUTE }

/** Reads on in the history of an instance. What fails is made up for when its turn comes again. */
export const reconcileInstanceJob = defineJob({
  name: 'reconcile-instance',
  queue: 'arr',
  retry,
  run: async (instanceId, deps) => {
    const instance = await findInstance(deps.db, instanceId)
    if (instance === undefined) return finished('the instance is gone')
    try {
      return await atInstance(instance, 'arr', deps, (lines) => reconcile(instance, lines))
    } catch (error) {
      if (!(error instanceof Fault)) throw error
      return finished(error.message)
    }
  },
})

/** Has histories read: every minute where something is open, now and then elsewhere. */
export const reconcileInstancesJob = defineJob({
  name: 'reconcile-instances',
  queue: 'upkeep',
  retry,
  run: async (_, deps) => {
    const planned = await planReadings(deps, actAs('reconcile-instances'), { job: reconcileInstanceJob.name })
    return finished(planned.ok ? `${planned.value} instances` : planned.refusal.code)
  },
})

/** After an absence of ours: every history is read on, and every webhook of ours tested, which lifts its block. */
export const catchUpJob = defineJob({
  name: 'catch-up',
  queue: 'upkeep',
  retry: { attempts: 20, firstPauseMs: SECOND, longestPauseMs: MINUTE },
  run: async (_, deps) => {
    const self = actAs('catch-up')
    await planVisits(deps, self, { job: reconcileInstanceJob.name })
    const planned = await planVisits(deps, self, { job: 'test-hook' })
    return finished(planned.ok ? `${planned.value} instances` : planned.refusal.code)
  },
})
