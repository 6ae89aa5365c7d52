import { closeTelling } from '../../actions/telling/close-telling.ts'
import { findTelling } from '../../db/queries/tellings.ts'
import { SECOND } from '../../platform/clock.ts'
import { defineJob, finished, later } from '../define.ts'
import { actAs } from '../system.ts'

/** Waits until a window ends, then writes down who is to be told of what arrived in it. The wait is a row, not a timer. */
export const tellEpisodesJob = defineJob({
  name: 'tell-episodes',
  queue: 'tell',
  retry: { attempts: 20, firstPauseMs: SECOND, longestPauseMs: 60 * SECOND },
  run: async (tellingId, deps) => {
    const telling = await findTelling(deps.db, tellingId)
    if (telling === undefined || telling.flushedAt !== null) return finished('told already')
    const rest = telling.dueAt - deps.clock.now()
    if (rest > 0) return later(rest, 'more may arrive')
    const outcome = await closeTelling(deps, actAs('tell-episodes'), { tellingId })
    return finished(outcome.ok ? `${outcome.value} planned` : outcome.refusal.code)
  },
})
