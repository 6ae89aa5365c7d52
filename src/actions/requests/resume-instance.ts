import { listApproved } from '../../db/queries/requests.ts'
import { hastenWork } from '../../db/queries/work.ts'
import { done } from '../../domain/refusals.ts'
import { defineAction } from '../define.ts'

/** Brings forward the `job` of every request that waits for this instance. The value is how many wait. */
export const resumeInstance = defineAction<{ instanceId: string; job: string }, number>({
  name: 'request.resume',
  allow: 'system',
  run: async ({ tx, now }, { instanceId, job }) => {
    const waiting = await listApproved(tx, instanceId)
    for (const request of waiting) await hastenWork(tx, job, request.id, now)
    return done(waiting.length)
  },
})
