import { withdrawItem } from '../../actions/watchlists/withdraw-item.ts'
import { MINUTE, SECOND } from '../../platform/clock.ts'
import { defineJob, finished } from '../define.ts'
import { actAs } from '../system.ts'

/** Takes back what somebody asked for by a watchlist that it was taken off, as long as nobody decided on it. */
export const withdrawItemJob = defineJob({
  name: 'withdraw-item',
  queue: 'decide',
  retry: { attempts: 10, firstPauseMs: SECOND, longestPauseMs: MINUTE },
  run: async (itemId, deps) => {
    const outcome = await withdrawItem(deps, actAs('withdraw-item'), { itemId })
    return finished(outcome.ok ? (outcome.value ? 'withdrawn' : 'it stays') : outcome.refusal.code)
  },
})
