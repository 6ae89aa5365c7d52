import { change, type Decision, no } from '../decision.ts'
import type { Refusal } from '../refusals.ts'
import type { MediaRequest, RequestChange } from '../requests/request.ts'
import { isEmptyWish, leftOut } from '../seasons/wish.ts'
import { type Changes, type ChosenInstance, explainChanges } from './explain-changes.ts'

/** What an approver decided. */
export type Verdict = Readonly<
  | { approve: true; changes?: Changes & Readonly<{ instance: ChosenInstance }> }
  | { approve: false; reason: string }
>

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
        { ...changed(request, verdict, by), state: 'approved', decidedBy: by, decidedAt: now },
        'request.approved',
        ...(isLess(request, verdict) ? (['request.narrowed'] as const) : []),
      )
    : change({ state: 'denied', decidedBy: by, decidedAt: now, reason: verdict.reason }, 'request.denied')
}

type Approval = Extract<Verdict, { approve: true }>

/** Whether a part of what was asked for is not to be fetched. */
const isLess = ({ wish }: MediaRequest, { changes }: Approval): boolean =>
  wish !== undefined && changes?.wish !== undefined && !isEmptyWish(leftOut(wish, changes.wish))

/** What is there of another wish, or at another instance, is looked at anew: none of it is news. */
const changed = (request: MediaRequest, { changes }: Approval, by: string): RequestChange => {
  if (changes === undefined) return {}
  const { instance, ...chosen } = changes
  const trace = [...request.trace, ...explainChanges(request, chosen, instance, by)]
  const isMoved = request.measuredAt !== undefined && chosen.instanceId !== request.instanceId
  return { ...chosen, trace, ...(chosen.wish !== undefined || isMoved ? { measuredAt: null } : {}) }
}

/** Why a request can't be decided, or not any more: who was first, and when. */
export const lateness = (request: MediaRequest): Refusal | undefined => {
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
