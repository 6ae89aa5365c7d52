import { noteEpisodes } from '../../db/queries/tellings.ts'
import { decideEvaluation, type EvaluationFacts } from '../../domain/requests/evaluate.ts'
import type { MediaRequest } from '../../domain/requests/request.ts'
import { measureWish } from '../../domain/seasons/snapshot.ts'
import { decideOn } from '../apply.ts'
import { defineAction } from '../define.ts'

/**
 * Decides a submitted request on facts that were gathered before, outside any transaction. Episodes that are here
 * already are noted as no news.
 */
export const evaluateRequest = defineAction<{ requestId: string; facts: EvaluationFacts }, MediaRequest>({
  name: 'request.evaluate',
  allow: 'system',
  run: async (scope, { requestId, facts }) => {
    const { tx, now } = scope
    const outcome = await decideOn(scope, requestId, (request) => decideEvaluation(request, facts, now))
    const episodes = facts.target?.episodes
    if (!outcome.ok || outcome.value.wish === undefined || episodes === undefined) return outcome
    const { wish, createdAt } = outcome.value
    await noteEpisodes(tx, requestId, measureWish(wish, episodes, createdAt, now).here, null)
    return outcome
  },
})
