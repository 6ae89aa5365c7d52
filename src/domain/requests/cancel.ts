import { change, type Decision, no, nothing } from '../decision.ts'
import type { MediaRequest, RequestChange } from './request.ts'

/**
 * Withdraws a request that nobody has decided yet. While others wait for it, it is only its asker who leaves: it goes
 * on for them, though no longer on the asker's trust.
 * @param others how many others wait for it
 */
export const decideCancel = (
  request: MediaRequest,
  personId: string,
  others: number,
): Decision<RequestChange> => {
  if (request.personId !== personId) return no({ code: 'not-yours' })
  if (request.state === 'cancelled') return no({ code: 'request-gone' })
  if (request.state !== 'evaluating' && request.state !== 'pending') return no({ code: 'too-late-to-cancel' })
  if (others === 0) return change({ state: 'cancelled' }, 'request.cancelled')
  return request.trustedBy === undefined ? nothing : change({ trustedBy: null })
}
