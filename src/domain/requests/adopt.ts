import { change, type Decision, nothing } from '../decision.ts'
import type { MediaRequest, RequestChange } from './request.ts'

/**
 * The instance that a decided request was meant for is gone, and another of its kind was set up: it goes there, and
 * the trace says so. What an approver chose of the old one can't be carried over.
 */
export const decideAdoption = (
  request: MediaRequest,
  instance: Readonly<{ id: string; name: string }>,
): Decision<RequestChange> => {
  if (request.state !== 'approved') return nothing
  const trace = [...request.trace, { rule: 'instance', found: instance.name }]
  return change({ instanceId: instance.id, profileId: null, folder: null, trace }, 'request.troubled')
}
