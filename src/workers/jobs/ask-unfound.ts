import { askUnfound } from '../../actions/requests/ask-unfound.ts'
import { listToAsk } from '../../db/queries/requests.ts'
import { MINUTE, SECOND } from '../../platform/clock.ts'
import { defineJob, finished } from '../define.ts'
import { actAs } from '../system.ts'

const BATCH = 100

/** Asks those who wait for what can't be found what to do. Each request says itself when it is looked at next. */
export const askUnfoundJob = defineJob({
  name: 'ask-unfound',
  queue: 'upkeep',
  retry: { attempts: 5, firstPauseMs: 5 * SECOND, longestPauseMs: MINUTE },
  run: async (_, deps) => {
    const until = deps.clock.now()
    let asked = 0
    for (;;) {
      const due = await listToAsk(deps.db, until, BATCH)
      for (const requestId of due) {
        const outcome = await askUnfound(deps, actAs('ask-unfound'), { requestId })
        asked += outcome.ok ? outcome.value : 0
      }
      if (due.length < BATCH) return finished(`${asked} asked`)
    }
  },
})
