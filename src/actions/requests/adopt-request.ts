import { findDefaultInstance, findInstance, type Instance } from '../../db/queries/instances.ts'
import { findRequest } from '../../db/queries/requests.ts'
import { forgetEpisodes } from '../../db/queries/tellings.ts'
import { done, type Outcome, refused } from '../../domain/refusals.ts'
import { decideAdoption, decideStranded } from '../../domain/requests/adopt.ts'
import type { MediaRequest } from '../../domain/requests/request.ts'
import { APP_OF } from '../../domain/titles/kind.ts'
import { decideOn } from '../apply.ts'
import { defineAction, type Scope } from '../define.ts'

/** Sends a decided request to another instance; what is there of it is looked at anew. */
export const adopt = async (
  scope: Scope,
  requestId: string,
  instance: Instance,
): Promise<Outcome<MediaRequest>> => {
  const outcome = await decideOn(scope, requestId, (request) => decideAdoption(request, instance))
  if (outcome.ok && outcome.value.measuredAt === undefined) await forgetEpisodes(scope.tx, requestId)
  return outcome
}

/**
 * Sends a decided request whose instance was removed to the one that gets such titles now. The value is false when
 * there is none.
 */
export const adoptRequest = defineAction<{ requestId: string }, boolean>({
  name: 'request.adopt',
  allow: 'system',
  run: async (scope, { requestId }) => {
    const { tx } = scope
    const found = await findRequest(tx, requestId)
    if (found === undefined) return refused({ code: 'request-gone' })
    const { kind, quality, instanceId } = found
    const own = instanceId === undefined ? undefined : await findInstance(tx, instanceId)
    if (own !== undefined) return done(false)
    // News that were on their way when its instance was removed may have moved it on.
    const request = await decideOn(scope, requestId, decideStranded)
    if (!request.ok) return request
    const heir = await findDefaultInstance(tx, APP_OF[kind], quality)
    if (heir === undefined || request.value.state !== 'approved') return done(false)
    const outcome = await adopt(scope, requestId, heir)
    return outcome.ok ? done(true) : outcome
  },
})
