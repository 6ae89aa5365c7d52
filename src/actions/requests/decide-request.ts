import { decideVerdict } from '../../domain/approvals/decide.ts'
import type { MediaRequest } from '../../domain/requests/request.ts'
import { decideOn } from '../apply.ts'
import { defineAction, memberOf } from '../define.ts'

/** An approver says yes. The first of several wins; the others are told who and when. */
export const approveRequest = defineAction<{ requestId: string }, MediaRequest>({
  name: 'request.approve',
  allow: 'approver',
  run: (scope, { requestId }) => {
    const { discordId } = memberOf(scope.actor)
    return decideOn(scope, requestId, (request) =>
      decideVerdict(request, { approve: true }, discordId, scope.now),
    )
  },
})

/** An approver says no, with the words the asker will read. */
export const denyRequest = defineAction<{ requestId: string; reason: string }, MediaRequest>({
  name: 'request.deny',
  allow: 'approver',
  run: (scope, { requestId, reason }) => {
    const { discordId } = memberOf(scope.actor)
    return decideOn(scope, requestId, (request) =>
      decideVerdict(request, { approve: false, reason }, discordId, scope.now),
    )
  },
})
