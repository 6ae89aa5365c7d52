import { evaluateRequest } from '../../actions/requests/evaluate-request.ts'
import { findDefaultInstance, type Instance } from '../../db/queries/instances.ts'
import { findRequest } from '../../db/queries/requests.ts'
import { findTitle } from '../../db/queries/titles.ts'
import type { EvaluationFacts, Existence } from '../../domain/requests/evaluate.ts'
import type { Title } from '../../domain/titles/title.ts'
import { SECOND } from '../../platform/clock.ts'
import { Fault } from '../../platform/faults.ts'
import { defineJob, finished } from '../define.ts'
import type { JobDeps } from '../deps.ts'
import { actAs } from '../system.ts'

const existence = async (instance: Instance, title: Title, deps: JobDeps): Promise<Existence> => {
  const tmdbId = title.ids.tmdb
  if (tmdbId === undefined) return 'unknown'
  try {
    const film = await deps.radarr(instance).find(Number(tmdbId))
    if (film === undefined) return 'absent'
    return film.hasFile ? 'here' : 'known'
  } catch (error) {
    // Not knowing is an answer: a person decides, and adding reads back first anyway.
    if (error instanceof Fault) return 'unknown'
    throw error
  }
}

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
    const instance = await findDefaultInstance(deps.db, request.kind === 'film' ? 'radarr' : 'sonarr')
    const facts: EvaluationFacts =
      instance === undefined
        ? {}
        : {
            target: {
              id: instance.id,
              name: instance.name,
              existence: await existence(instance, stored.title, deps),
            },
          }
    const outcome = await evaluateRequest(deps, actAs('evaluate-request'), { requestId: request.id, facts })
    return finished(outcome.ok ? outcome.value.state : outcome.refusal.code)
  },
})
