import { deleteFollower, listFollowers } from '../../db/queries/followers.ts'
import { lockRequest } from '../../db/queries/requests.ts'
import { refused } from '../../domain/refusals.ts'
import { decideCancel } from '../../domain/requests/cancel.ts'
import type { MediaRequest } from '../../domain/requests/request.ts'
import { applyDecision } from '../apply.ts'
import { defineAction, memberOf, personOf } from '../define.ts'

/** Withdraws one's own request while nobody has decided it; when others wait for it too, it stays theirs. */
export const cancelRequest = defineAction<{ requestId: string }, MediaRequest>({
  name: 'request.cancel',
  allow: 'member',
  run: async (scope, { requestId }) => {
    const { tx, actor } = scope
    const request = await lockRequest(tx, requestId)
    if (request === undefined) return refused({ code: 'request-gone' })
    const personId = await personOf(scope)
    const others = (await listFollowers(tx, requestId)).filter((follower) => follower.personId !== personId)
    const outcome = await applyDecision(scope, request, decideCancel(request, personId, others.length))
    if (!outcome.ok || others.length === 0) return outcome
    if (!(await deleteFollower(tx, requestId, personId))) return refused({ code: 'request-gone' })
    await scope.record({
      subject: requestId,
      events: ['request.left'],
      before: { follower: memberOf(actor).discordId },
    })
    return outcome
  },
})
