import { markProcessed } from '../../db/queries/inbox.ts'
import { done } from '../../domain/refusals.ts'
import { defineAction } from '../define.ts'

/** Notes what came of a stored webhook. */
export const finishArrival = defineAction<{ arrivalId: string; outcome: string }, void>({
  name: 'hook.finish',
  allow: 'system',
  run: async ({ tx, now }, { arrivalId, outcome }) => {
    await markProcessed(tx, arrivalId, outcome, now)
    return done(undefined)
  },
})
