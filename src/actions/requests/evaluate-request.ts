import { decideEvaluation, type EvaluationFacts } from '../../domain/requests/evaluate.ts'
import type { MediaRequest } from '../../domain/requests/request.ts'
import { decideOn } from '../apply.ts'
import { defineAction } from '../define.ts'

/** Decides a submitted request on facts that were gathered before, outside any transaction. */
export const evaluateRequest = defineAction<{ requestId: string; facts: EvaluationFacts }, MediaRequest>({
  name: 'request.evaluate',
  allow: 'system',
  run: (scope, { requestId, facts }) =>
    decideOn(scope, requestId, (request) => decideEvaluation(request, facts)),
})
