import { pruneLedger } from '../../db/queries/work.ts'
import { DAY, MINUTE } from '../../platform/clock.ts'
import { defineJob, finished } from '../define.ts'

/** Finished work and relayed events are kept this long, for looking back. */
const KEEP_MS = 14 * DAY

/** Removes from the ledger what was finished long ago. Webhooks' keys stay, so that a repeat is known for ever. */
export const pruneLedgerJob = defineJob({
  name: 'prune-ledger',
  queue: 'upkeep',
  retry: { attempts: 3, firstPauseMs: MINUTE, longestPauseMs: 10 * MINUTE },
  run: async (_, deps) => {
    await deps.db.transaction().execute((tx) => pruneLedger(tx, deps.clock.now() - KEEP_MS))
    return finished()
  },
})
