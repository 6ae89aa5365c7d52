import { deleteFollower, listFollowers } from '../../db/queries/followers.ts'
import { lockRequest } from '../../db/queries/requests.ts'
import { refused } from '../../domain/refusals.ts'
import { decideLeave } from '../../domain/requests/leave.ts'
import type { MediaRequest } from '../../domain/requests/request.ts'
import { applyDecision } from '../apply.ts'
import { defineAction, memberOf, personOf } from '../define.ts'

/** Somebody waits for it no longer: no news of it reach them, and when nobody is left it ends. */
export const leaveRequest = defineAction<{ requestId: string }, MediaRequest>({
  name: 'request.leave',
  allow: 'member',
  run: async (scope, { requestId }) => {
    const { tx, actor } = scope
    const request = await lockRequest(tx, requestId)
    if (request === undefined) return refused({ code: 'request-gone' })
    if (!(await deleteFollower(tx, requestId, await personOf(scope)))) return refused({ code: 'not-yours' })
    const remaining = await listFollowers(tx, requestId)
    const outcome = await applyDecision(scope, request, decideLeave(request, remaining.length))
    if (outcome.ok) {
      await scope.record({
        subject: requestId,
        events: remaining.length > 0 ? ['request.left'] : [],
        before: { follower: memberOf(actor).discordId },
      })
    }
    return outcome
  },
})
