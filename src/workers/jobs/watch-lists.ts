import { forgetLongGone } from '../../actions/watchlists/forget-long-gone.ts'
import { planWatching } from '../../actions/watchlists/plan-watching.ts'
import { MINUTE, SECOND } from '../../platform/clock.ts'
import { defineJob, finished } from '../define.ts'
import { actAs } from '../system.ts'
import { checkListJob } from './check-list.ts'
import { considerItemJob } from './consider-item.ts'
import { findIdsJob } from './find-ids.ts'
import { readFeedJob } from './read-feed.ts'
import { walkListJob } from './walk-list.ts'

const self = actAs('watch-lists')
/** Checks that begin together are spread over this. */
const SPREAD_MS = 30 * SECOND

/** Sees to it that everything is read that is to be read; what reads it goes on by itself. */
export const watchListsJob = defineJob({
  name: 'watch-lists',
  queue: 'upkeep',
  retry: { attempts: 5, firstPauseMs: SECOND, longestPauseMs: MINUTE },
  run: async (_, deps) => {
    await forgetLongGone(deps, self, undefined)
    const planned = await planWatching(deps, self, {
      jobs: {
        feed: readFeedJob.name,
        check: checkListJob.name,
        walk: walkListJob.name,
        consider: considerItemJob.name,
        ids: findIdsJob.name,
      },
      spreadMs: SPREAD_MS,
    })
    return finished(planned.ok ? `${planned.value} begun` : planned.refusal.code)
  },
})
