import { change, type Decision, nothing } from '../decision.ts'
import type { MediaRequest, RequestChange, Trouble } from './request.ts'

/** The *arr has taken the title (or had it already). `here`: it also has the file. */
export const decideAdded = (request: MediaRequest, arrId: number, here: boolean): Decision<RequestChange> => {
  if (request.state !== 'approved') return nothing
  return here
    ? change({ state: 'available', arrId, trouble: null }, 'request.available')
    : change({ state: 'added', arrId, trouble: null }, 'request.added')
}

/** The *arr could not take it now. The request stays decided; the card says why, once per reason. */
export const decideTrouble = (request: MediaRequest, trouble: Trouble): Decision<RequestChange> => {
  if (request.state !== 'approved') return nothing
  if (request.trouble?.code === trouble.code && request.trouble.said === trouble.said) return nothing
  return change({ trouble }, 'request.troubled')
}
