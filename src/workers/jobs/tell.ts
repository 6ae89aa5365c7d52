import { type NewsKind, planDeliveries } from '../../actions/telling/plan-deliveries.ts'
import { SECOND } from '../../platform/clock.ts'
import { defineJob, finished, type Job } from '../define.ts'
import { actAs } from '../system.ts'

const tell = (name: string, kind: NewsKind): Job =>
  defineJob({
    name,
    queue: 'tell',
    retry: { attempts: 20, firstPauseMs: SECOND, longestPauseMs: 60 * SECOND },
    run: async (requestId, deps) => {
      const outcome = await planDeliveries(deps, actAs(name), { requestId, kind })
      return finished(outcome.ok ? `${outcome.value} planned` : outcome.refusal.code)
    },
  })

/** Writes down who is to be told that a request is ready. */
export const tellAvailableJob = tell('tell-available', 'request.available')
/** Writes down who is to be told that a part of a request was left out. */
export const tellNarrowedJob = tell('tell-narrowed', 'request.narrowed')
/** Writes down who is to be told that a request was denied. */
export const tellDeniedJob = tell('tell-denied', 'request.denied')
/** Writes down who is to be told that a request could not be taken. */
export const tellRefusedJob = tell('tell-refused', 'request.refused')
