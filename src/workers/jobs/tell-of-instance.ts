import { tellOfInstance } from '../../actions/telling/tell-of-instance.ts'
import { findInstance } from '../../db/queries/instances.ts'
import { untilTold } from '../../domain/instances/telling.ts'
import { SECOND } from '../../platform/clock.ts'
import { defineJob, finished, later } from '../define.ts'
import { actAs } from '../system.ts'

const LOOK_AGAIN_MS = 10 * SECOND

/** Has the owner told that an instance is in trouble once that has lasted, and that it is well once that has. */
export const tellOfInstanceJob = defineJob({
  name: 'tell-of-instance',
  queue: 'tell',
  retry: { attempts: 20, firstPauseMs: SECOND, longestPauseMs: 60 * SECOND },
  run: async (instanceId, deps) => {
    const instance = await findInstance(deps.db, instanceId)
    const rest = instance && untilTold(instance, deps.clock.now())
    if (instance === undefined || rest === undefined) return finished('nothing to tell')
    if (rest > 0) return later(rest, 'it may pass')
    const told = await tellOfInstance(deps, actAs('tell-of-instance'), { id: instanceId })
    if (told.ok && !told.value) return later(LOOK_AGAIN_MS, 'earlier news are on their way')
    return finished(instance.health.state)
  },
})
