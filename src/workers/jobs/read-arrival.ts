import { finishArrival } from '../../actions/hooks/finish-arrival.ts'
import { recordArrNews } from '../../actions/requests/record-arr-news.ts'
import { findArrival } from '../../db/queries/inbox.ts'
import { findInstance } from '../../db/queries/instances.ts'
import { MINUTE, SECOND } from '../../platform/clock.ts'
import { atInstance } from '../at-instance.ts'
import { defineJob, finished } from '../define.ts'
import { lookAtTitle } from '../look-at-show.ts'
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
    const finish = async (outcome: string) => {
      await finishArrival(deps, self, { arrivalId: arrival.id, outcome })
      return finished(outcome)
    }
    const instance = await findInstance(deps.db, arrival.instanceId)
    if (instance === undefined) return finish('the instance is gone')
    const read = newsIn(instance.kind, arrival.eventType, JSON.parse(arrival.body))
    if (read === undefined) return finish('no news')
    if ('look' in read) {
      return atInstance(instance, 'decide', deps, async (lines) =>
        finish(`${await lookAtTitle(instance, read, lines)} requests`),
      )
    }
    const moved = await recordArrNews(deps, self, { instanceId: instance.id, ...read })
    return finish(moved.ok ? `${moved.value} requests` : moved.refusal.code)
  },
})
