import { listInstances } from '../../db/queries/instances.ts'
import { ensureWork } from '../../db/queries/work.ts'
import { done } from '../../domain/refusals.ts'
import { defineAction } from '../define.ts'

/**
 * Has every instance visited by a job of its own, so that one that is slow delays no other. Where the last visit isn't
 * over none is added. The value is how many instances there are.
 */
export const planVisits = defineAction<{ job: string }, number>({
  name: 'instance.plan-visits',
  allow: 'system',
  run: async ({ tx, now, ids }, { job }) => {
    const instances = (await listInstances(tx)).map(({ id }) => id)
    await ensureWork(tx, { job, subjects: instances }, now, ids)
    return done(instances.length)
  },
})
