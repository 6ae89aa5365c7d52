import { change, type Decision, nothing } from '../decision.ts'
import type { MediaRequest, RequestChange, Trouble } from './request.ts'
import { startLooking } from './unfound.ts'

/**
 * The *arr has taken the title (or had it already). `here`: it also has the file. Its webhooks may be faster than its
 * answer, so the request can be further along by now; its number is kept all the same.
 */
export const decideAdded = (
  request: MediaRequest,
  arrId: number,
  here: boolean,
  now: number,
): Decision<RequestChange> => {
  const { state } = request
  if (state === 'available') return request.arrId === undefined ? change({ arrId }) : nothing
  if (state !== 'approved' && state !== 'added' && state !== 'downloading') return nothing
  if (here) return change({ state: 'available', arrId, trouble: null }, 'request.available')
  if (state === 'approved')
    return change({ state: 'added', arrId, trouble: null, ...startLooking(now) }, 'request.added')
  return request.arrId === undefined ? change({ arrId }) : nothing
}

/** The *arr could not take it now. The request stays decided; the card says why, once per reason. */
export const decideTrouble = (request: MediaRequest, trouble: Trouble): Decision<RequestChange> => {
  if (request.state !== 'approved') return nothing
  if (request.trouble?.code === trouble.code && request.trouble.said === trouble.said) return nothing
  return change({ trouble }, 'request.troubled')
}
