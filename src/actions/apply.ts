import { lockRequest, saveChange } from '../db/queries/requests.ts'
import type { Decision } from '../domain/decision.ts'
import { done, type Outcome, refused } from '../domain/refusals.ts'
import type { MediaRequest, RequestChange } from '../domain/requests/request.ts'
import { Conflict, type Scope } from './define.ts'

/** Saves what the core decided on a request that this transaction has locked. The value is the request as it is afterwards. */
export const applyDecision = async (
  scope: Scope,
  request: MediaRequest,
  decision: Decision<RequestChange>,
): Promise<Outcome<MediaRequest>> => {
  if (decision.kind === 'refusal') return refused(decision.refusal)
  if (decision.kind === 'nothing') return done(request)
  if (!(await saveChange(scope.tx, request, decision.change, scope.now))) throw new Conflict()
  await scope.record({
    subject: request.id,
    events: decision.events,
    before: { state: request.state },
    after: decision.change,
  })
  return done((await lockRequest(scope.tx, request.id)) ?? request)
}

/** Loads a request, lets the core decide, and saves what it decided. The value is the request as it is afterwards. */
export const decideOn = async (
  scope: Scope,
  requestId: string,
  decide: (request: MediaRequest) => Decision<RequestChange>,
): Promise<Outcome<MediaRequest>> => {
  const request = await lockRequest(scope.tx, requestId)
  if (request === undefined) return refused({ code: 'request-gone' })
  return applyDecision(scope, request, decide(request))
}
