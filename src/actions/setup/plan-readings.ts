import { listToRead } from '../../db/queries/readings.ts'
import { ensureWork } from '../../db/queries/work.ts'
import { done } from '../../domain/refusals.ts'
import { MINUTE } from '../../platform/clock.ts'
import { defineAction } from '../define.ts'

/** Where nothing is open, what was lost may wait so long. */
const IDLE_MS = 15 * MINUTE

/** Has the history read of every instance whose turn it is, by a job of its own. The value is how many they are. */
export const planReadings = defineAction<{ job: string }, number>({
  name: 'instance.plan-readings',
  allow: 'system',
  run: async ({ tx, now, ids }, { job }) => {
    const due = await listToRead(tx, now - IDLE_MS, now)
    await ensureWork(tx, { job, subjects: due }, now, ids)
    return done(due.length)
  },
})
