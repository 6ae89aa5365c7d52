import { change, type Decision, nothing } from '../decision.ts'
import type { MediaRequest, RequestChange, TraceStep } from './request.ts'

/** Whether a target already has the title; `unknown` when it could not be asked, which is never taken for absent. */
export type Existence = 'absent' | 'known' | 'here' | 'unknown'

/** What an evaluation looks at, gathered outside any transaction. */
export type EvaluationFacts = Readonly<{
  /** The instance that would get it, if one is set up for this kind. */
  target?: Readonly<{ id: string; name: string; existence: Existence }>
}>

/**
 * Decides what becomes of a request once the facts are in: it is here already, has nowhere to go, or waits for an
 * approver. An instance that can't be reached is no reason to refuse: a person may still decide.
 */
export const decideEvaluation = (request: MediaRequest, facts: EvaluationFacts): Decision<RequestChange> => {
  if (request.state !== 'evaluating') return nothing
  const { target } = facts
  if (target === undefined) {
    const trace: TraceStep[] = [{ rule: 'instance', found: 'none' }]
    return change({ state: 'refused', trace }, 'request.refused')
  }
  const trace: TraceStep[] = [
    { rule: 'instance', found: target.name },
    { rule: 'existence', found: target.existence },
  ]
  if (target.existence === 'here') {
    return change({ state: 'available', instanceId: target.id, trace }, 'request.available')
  }
  return change(
    { state: 'pending', instanceId: target.id, trace: [...trace, { rule: 'approval', found: 'needed' }] },
    'request.pending',
  )
}
