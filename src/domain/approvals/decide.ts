import { change, type Decision, no } from '../decision.ts'
import type { Refusal } from '../refusals.ts'
import type { MediaRequest, RequestChange } from '../requests/request.ts'
import type { Wish } from '../seasons/wish.ts'

/** What an approver decided. */
export type Verdict = Readonly<{ approve: true; changes?: Changes } | { approve: false; reason: string }>

/** Where and how it is to be fetched, when an approver chose that themselves. */
export type Changes = Readonly<{
  instanceId: string
  profileId: number
  folder: string
  /** Of a show: what of it, when that is something else than was asked for. */
  wish?: Wish
}>

/**
 * Decides a pending request. Only the first decision counts: the second approver is told who was first and when.
 * @param by the approver's Discord id; their authority was checked before
 */
export const decideVerdict = (
  request: MediaRequest,
  verdict: Verdict,
  by: string,
  now: number,
): Decision<RequestChange> => {
  const late = lateness(request)
  if (late !== undefined) return no(late)
  return verdict.approve
    ? change(
        { ...remeasured(verdict.changes), state: 'approved', decidedBy: by, decidedAt: now },
        'request.approved',
      )
    : change({ state: 'denied', decidedBy: by, decidedAt: now, reason: verdict.reason }, 'request.denied')
}

/** What is there of another wish is looked at anew: none of it is news. */
const remeasured = (changes: Changes | undefined): RequestChange =>
  changes?.wish === undefined ? { ...changes } : { ...changes, measuredAt: null }

const lateness = (request: MediaRequest): Refusal | undefined => {
  const told = {
    ...(request.decidedBy === undefined ? {} : { by: request.decidedBy }),
    at: request.decidedAt ?? request.updatedAt,
  }
  switch (request.state) {
    case 'pending':
      return undefined
    case 'evaluating':
      return { code: 'still-evaluating' }
    case 'approved':
    case 'added':
    case 'downloading':
    case 'available':
    case 'removed':
      return { code: 'already-decided', decision: 'approved', ...told }
    case 'denied':
    case 'refused':
    case 'cancelled':
      return { code: 'already-decided', decision: request.state, ...told }
  }
}
