import { change, type Decision, no } from '../decision.ts'
import type { MediaRequest, RequestChange } from './request.ts'

/** Withdraws a request that nobody has decided yet. */
export const decideCancel = (request: MediaRequest, personId: string): Decision<RequestChange> => {
  if (request.personId !== personId) return no({ code: 'not-yours' })
  if (request.state !== 'evaluating' && request.state !== 'pending') return no({ code: 'too-late-to-cancel' })
  return change({ state: 'cancelled' }, 'request.cancelled')
}
