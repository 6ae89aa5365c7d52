import { findInstance } from '../../db/queries/instances.ts'
import { listApproved, listOrphaned } from '../../db/queries/requests.ts'
import { hastenWork } from '../../db/queries/work.ts'
import { done } from '../../domain/refusals.ts'
import { decideAdoption } from '../../domain/requests/adopt.ts'
import { KIND_OF } from '../../domain/titles/kind.ts'
import { decideOn } from '../apply.ts'
import { defineAction } from '../define.ts'

/**
 * An instance was set up or mended: it takes over decided requests whose own was removed, and the `job` of every
 * request that waits for it is brought forward. The value is how many wait.
 */
export const resumeInstance = defineAction<{ instanceId: string; job: string }, number>({
  name: 'request.resume',
  allow: 'system',
  run: async (scope, { instanceId, job }) => {
    const { tx, now } = scope
    const instance = await findInstance(tx, instanceId)
    if (instance === undefined) return done(0)
    for (const { id } of await listOrphaned(tx, KIND_OF[instance.kind])) {
      await decideOn(scope, id, (request) => decideAdoption(request, instance))
    }
    const waiting = await listApproved(tx, instanceId)
    for (const request of waiting) await hastenWork(tx, job, request.id, now)
    return done(waiting.length)
  },
})
