import { finishArrival } from '../../actions/hooks/finish-arrival.ts'
import { recordArrNews } from '../../actions/requests/record-arr-news.ts'
import { findArrival } from '../../db/queries/inbox.ts'
import { MINUTE, SECOND } from '../../platform/clock.ts'
import { defineJob, finished } from '../define.ts'
import { newsIn } from '../read-hook.ts'
import { actAs } from '../system.ts'

const self = actAs('read-arrival')

/** Takes a stored webhook for what it means. News from history and queue take the same door. */
export const readArrivalJob = defineJob({
  name: 'read-arrival',
  queue: 'decide',
  retry: { attempts: 20, firstPauseMs: SECOND, longestPauseMs: 10 * MINUTE },
  run: async (subject, deps) => {
    const arrival = await findArrival(deps.db, subject)
    if (arrival === undefined || arrival.processedAt !== null) return finished('nothing to read')
    const read = newsIn(arrival.eventType, JSON.parse(arrival.body))
    const moved = read && (await recordArrNews(deps, self, { instanceId: arrival.instanceId, ...read }))
    const outcome =
      moved === undefined ? 'no news' : moved.ok ? `${moved.value} requests` : moved.refusal.code
    await finishArrival(deps, self, { arrivalId: arrival.id, outcome })
    return finished(outcome)
  },
})
