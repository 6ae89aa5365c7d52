import { findDefaultInstance, findInstance, type Instance } from '../../db/queries/instances.ts'
import { findRequest } from '../../db/queries/requests.ts'
import { forgetEpisodes } from '../../db/queries/tellings.ts'
import { done, type Outcome, refused } from '../../domain/refusals.ts'
import { decideAdoption } from '../../domain/requests/adopt.ts'
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

/** Sends a decided request whose instance was removed to the one that gets such titles now. The value is false when there is none. */
export const adoptRequest = defineAction<{ requestId: string }, boolean>({
  name: 'request.adopt',
  allow: 'system',
  run: async (scope, { requestId }) => {
    const { tx } = scope
    const request = await findRequest(tx, requestId)
    if (request === undefined) return refused({ code: 'request-gone' })
    const { kind, quality, instanceId, state } = request
    const own = instanceId === undefined ? undefined : await findInstance(tx, instanceId)
    const heir = await findDefaultInstance(tx, APP_OF[kind], quality)
    if (own !== undefined || heir === undefined || state !== 'approved') return done(false)
    const outcome = await adopt(scope, requestId, heir)
    return outcome.ok ? done(true) : outcome
  },
})
