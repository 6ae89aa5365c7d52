import { updateWaiter } from '../../db/queries/followers.ts'
import { lockRequest } from '../../db/queries/requests.ts'
import { done, refused } from '../../domain/refusals.ts'
import { decideKeepWaiting } from '../../domain/requests/keep-waiting.ts'
import type { MediaRequest } from '../../domain/requests/request.ts'
import type { Instant } from '../../platform/clock.ts'
import { defineAction, memberOf, personOf } from '../define.ts'

/** Somebody who was asked chooses to wait on. The value says until when they aren't asked again. */
export const keepWaiting = defineAction<{ requestId: string }, { request: MediaRequest; until: Instant }>({
  name: 'request.keep-waiting',
  allow: 'member',
  run: async (scope, { requestId }) => {
    const request = await lockRequest(scope.tx, requestId)
    if (request === undefined) return refused({ code: 'request-gone' })
    const decided = decideKeepWaiting(request, scope.now)
    if (!decided.ok) return decided
    const waitsUntil = decided.value
    if (!(await updateWaiter(scope.tx, requestId, await personOf(scope), { waitsUntil })))
      return refused({ code: 'not-yours' })
    await scope.record({
      subject: requestId,
      after: { keepsWaiting: memberOf(scope.actor).discordId, waitsUntil },
    })
    return done({ request, until: waitsUntil })
  },
})
