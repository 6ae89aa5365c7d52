import { decideCancel } from '../../domain/requests/cancel.ts'
import type { MediaRequest } from '../../domain/requests/request.ts'
import { decideOn } from '../apply.ts'
import { defineAction, personOf } from '../define.ts'

/** Withdraws one's own request while nobody has decided it. */
export const cancelRequest = defineAction<{ requestId: string }, MediaRequest>({
  name: 'request.cancel',
  allow: 'member',
  run: async (scope, { requestId }) => {
    const personId = await personOf(scope)
    return decideOn(scope, requestId, (request) => decideCancel(request, personId))
  },
})
