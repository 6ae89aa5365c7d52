import { change, type Decision, no, nothing } from '../decision.ts'
import { isOpen, type MediaRequest, type RequestChange } from './request.ts'

/** Somebody waits for it no longer. What nobody waits for ends; what its *arr has of it is left as it is. */
export const decideLeave = (request: MediaRequest, remaining: number): Decision<RequestChange> => {
  if (!isOpen(request.state)) return no({ code: 'request-gone' })
  return remaining > 0 ? nothing : change({ state: 'cancelled' }, 'request.cancelled')
}
