import { listAtWork } from '../../db/queries/requests.ts'
import { ensureWork } from '../../db/queries/work.ts'
import { done } from '../../domain/refusals.ts'
import { defineAction } from '../define.ts'

/** Has every instance that works on a request asked how far it is, by a job of its own. The value is how many they are. */
export const planFollows = defineAction<{ job: string }, number>({
  name: 'instance.plan-follows',
  allow: 'system',
  run: async ({ tx, now, ids }, { job }) => {
    const busy = await listAtWork(tx)
    await ensureWork(tx, { job, subjects: busy }, now, ids)
    return done(busy.length)
  },
})
