import { findInstance } from '../../db/queries/instances.ts'
import { findRequest } from '../../db/queries/requests.ts'
import { MINUTE, SECOND } from '../../platform/clock.ts'
import { defineJob, finished } from '../define.ts'

/** Starts another search at the instance, when somebody asked for one. */
export const searchAgainJob = defineJob({
  name: 'search-again',
  queue: 'arr',
  retry: { attempts: 8, firstPauseMs: 5 * SECOND, longestPauseMs: 5 * MINUTE },
  run: async (subject, deps) => {
    const request = await findRequest(deps.db, subject)
    if (request?.state !== 'added' || request.arrId === undefined) return finished('nothing to search for')
    const instance =
      request.instanceId === undefined ? undefined : await findInstance(deps.db, request.instanceId)
    if (instance === undefined) return finished('the instance is gone')
    await deps.radarr(instance).search(request.arrId)
    return finished('searched')
  },
})
