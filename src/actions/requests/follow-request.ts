import { insertFollower } from '../../db/queries/followers.ts'
import { lockRequest } from '../../db/queries/requests.ts'
import { done, refused } from '../../domain/refusals.ts'
import { isOpen, type MediaRequest } from '../../domain/requests/request.ts'
import { defineAction, memberOf, personOf } from '../define.ts'

/** "Me too": joins a request that is under way, to hear the same news. */
export const followRequest = defineAction<{ requestId: string }, MediaRequest>({
  name: 'request.follow',
  allow: 'member',
  run: async (scope, { requestId }) => {
    const request = await lockRequest(scope.tx, requestId)
    if (request === undefined) return refused({ code: 'request-gone' })
    if (request.state === 'available') return refused({ code: 'already-here' })
    if (!isOpen(request.state)) return refused({ code: 'request-gone' })
    const follower = { personId: await personOf(scope), discordId: memberOf(scope.actor).discordId }
    if (!(await insertFollower(scope.tx, request.id, follower, scope.now))) {
      return refused({ code: request.personId === follower.personId ? 'already-asked' : 'already-following' })
    }
    await scope.record({
      subject: request.id,
      events: ['request.followed'],
      after: { follower: follower.discordId },
    })
    return done(request)
  },
})
