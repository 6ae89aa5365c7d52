import { decideAdded, decideTrouble } from '../../domain/requests/added.ts'
import type { MediaRequest, Trouble } from '../../domain/requests/request.ts'
import { decideOn } from '../apply.ts'
import { defineAction } from '../define.ts'

/** The *arr has the title now; `here` when it also has its file. */
export const recordAdded = defineAction<{ requestId: string; arrId: number; here: boolean }, MediaRequest>({
  name: 'request.added',
  allow: 'system',
  run: (scope, { requestId, arrId, here }) =>
    decideOn(scope, requestId, (request) => decideAdded(request, arrId, here, scope.now)),
})

/** The *arr could not take it now: the card says why, and it is tried again. */
export const recordTrouble = defineAction<{ requestId: string; trouble: Trouble }, MediaRequest>({
  name: 'request.trouble',
  allow: 'system',
  run: (scope, { requestId, trouble }) =>
    decideOn(scope, requestId, (request) => decideTrouble(request, trouble)),
})
