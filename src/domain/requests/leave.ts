import { change, type Decision, no, nothing } from '../decision.ts'
import { isAwaited, isOpen, type MediaRequest, type RequestChange } from './request.ts'

/**
 * Somebody waits for it no longer. What nobody waits for ends; what its *arr has of it is left as it is. Of what is
 * ready but for later seasons, only the waiting for those ends.
 */
export const decideLeave = (request: MediaRequest, remaining: number): Decision<RequestChange> => {
  if (!isAwaited(request)) return no({ code: 'request-gone' })
  if (remaining > 0) return nothing
  const { state, wish } = request
  if (isOpen(state)) return change({ state: 'cancelled' }, 'request.cancelled')
  return wish === undefined ? nothing : change({ wish: { ...wish, future: false } }, 'request.progressed')
}
