import { evaluateRequest } from '../../actions/requests/evaluate-request.ts'
import { findDefaultInstance } from '../../db/queries/instances.ts'
import { findRequest } from '../../db/queries/requests.ts'
import { findTitle } from '../../db/queries/titles.ts'
import type { EvaluationFacts } from '../../domain/requests/evaluate.ts'
import { APP_OF } from '../../domain/titles/kind.ts'
import { SECOND } from '../../platform/clock.ts'
import { atInstance, isResting } from '../at-instance.ts'
import { defineJob, finished, type JobEnd } from '../define.ts'
import { lookFor } from '../look-for.ts'
import { actAs } from '../system.ts'

/** Gathers what a decision needs, without a transaction, then lets the core decide. */
export const evaluateRequestJob = defineJob({
  name: 'evaluate-request',
  queue: 'decide',
  retry: { attempts: 10, firstPauseMs: SECOND, longestPauseMs: 60 * SECOND },
  run: async (subject, deps) => {
    const request = await findRequest(deps.db, subject)
    if (request === undefined || request.state !== 'evaluating') return finished('nothing to evaluate')
    const stored = await findTitle(deps.db, request.titleId)
    if (stored === undefined) throw new Error(`request ${request.id} has no title`)
    const instance = await findDefaultInstance(deps.db, APP_OF[request.kind], request.quality)
    const decide = async (facts: EvaluationFacts): Promise<JobEnd> => {
      const outcome = await evaluateRequest(deps, actAs('evaluate-request'), { requestId: request.id, facts })
      return finished(outcome.ok ? outcome.value.state : outcome.refusal.code)
    }
    if (instance === undefined) return decide({})
    const { id, name } = instance
    // Nobody waits for an instance that rests.
    if (isResting(instance)) return decide({ target: { id, name, existence: 'unknown' } })
    return atInstance(instance, 'decide', deps, async (lines) =>
      decide({ target: { id, name, ...(await lookFor(instance, stored.title, lines)) } }),
    )
  },
})
