import { change, type Decision, nothing } from '../decision.ts'
import { type EpisodeFact, measureWish } from '../seasons/snapshot.ts'
import type { MediaRequest, RequestChange, TraceStep } from './request.ts'

/** Whether a target already has the title; `unknown` when it could not be asked, which is never taken for absent. */
export type Existence = 'absent' | 'known' | 'here' | 'unknown'

/** What an evaluation looks at, gathered outside any transaction. */
export type EvaluationFacts = Readonly<{
  /** The instance that would get it, if one is set up for this kind. */
  target?: Readonly<{
    id: string
    name: string
    existence: Existence
    /** Its number there, when the target has it. */
    arrId?: number
    /** Of a show that the target has: its episodes. */
    episodes?: readonly EpisodeFact[]
  }>
}>

type Target = NonNullable<EvaluationFacts['target']>

/** Of a show only what was asked for counts, which may be a part of what the target has. */
const existenceOf = (
  request: MediaRequest,
  target: Target,
  now: number,
): Pick<RequestChange, 'have' | 'total' | 'measuredAt'> & { existence: Existence } => {
  const { existence, episodes } = target
  if (request.wish === undefined || episodes === undefined) return { existence }
  const { have, total, complete } = measureWish(request.wish, episodes, request.createdAt, now)
  const isHere = complete && total > 0
  return { existence: isHere ? 'here' : 'known', have, total, measuredAt: now }
}

/**
 * Decides what becomes of a request once the facts are in: it is here already, has nowhere to go, or waits for an
 * approver. An instance that can't be reached is no reason to refuse: a person may still decide.
 */
export const decideEvaluation = (
  request: MediaRequest,
  facts: EvaluationFacts,
  now: number,
): Decision<RequestChange> => {
  if (request.state !== 'evaluating') return nothing
  const { target } = facts
  if (target === undefined) {
    const trace: TraceStep[] = [...request.trace, { rule: 'instance', found: 'none' }]
    return change({ state: 'refused', trace }, 'request.refused')
  }
  const { existence, ...measured } = existenceOf(request, target, now)
  const trace: TraceStep[] = [
    ...request.trace,
    { rule: 'instance', found: target.name },
    { rule: 'existence', found: existence },
  ]
  if (existence === 'here') {
    const there = { instanceId: target.id, ...(target.arrId === undefined ? {} : { arrId: target.arrId }) }
    return change({ ...measured, ...there, state: 'available', trace }, 'request.available')
  }
  const decided = { rule: 'approval', found: request.trustedBy ?? 'needed' }
  const next = { ...measured, instanceId: target.id, trace: [...trace, decided] }
  return request.trustedBy === undefined
    ? change({ ...next, state: 'pending' }, 'request.pending')
    : change({ ...next, state: 'approved', decidedAt: now }, 'request.approved')
}
