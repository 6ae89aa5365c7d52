import { deleteFollower, listFollowers } from '../../db/queries/followers.ts'
import { findPlexAccount } from '../../db/queries/plex-accounts.ts'
import { lockRequest } from '../../db/queries/requests.ts'
import { lockItem } from '../../db/queries/watch-items.ts'
import { done } from '../../domain/refusals.ts'
import { decideLeave } from '../../domain/requests/leave.ts'
import { applyDecision } from '../apply.ts'
import { defineAction } from '../define.ts'

/**
 * Something was taken off a watchlist. While nobody decided on what it asked for, its person waits for it no longer;
 * what was decided goes its way. The value tells whether they did.
 */
export const withdrawItem = defineAction<{ itemId: string }, boolean>({
  name: 'watch.withdraw',
  allow: 'system',
  run: async (scope, { itemId }) => {
    const { tx } = scope
    const item = await lockItem(tx, itemId)
    // Back on the list meanwhile, or waited for since before it was there.
    if (item === undefined || item.goneAt === null || item.requestId === null || item.follows === 0)
      return done(false)
    const request = await lockRequest(tx, item.requestId)
    const account = await findPlexAccount(tx, item.plexId)
    if (request === undefined || account === undefined) return done(false)
    if (request.state !== 'pending' && request.state !== 'evaluating') return done(false)
    if (!(await deleteFollower(tx, request.id, account.personId))) return done(false)
    const remaining = await listFollowers(tx, request.id)
    const outcome = await applyDecision(scope, request, decideLeave(request, remaining.length))
    if (!outcome.ok) return outcome
    await scope.record({
      subject: request.id,
      events: remaining.length > 0 ? ['request.left'] : [],
      before: { follower: account.username, item: itemId },
    })
    return done(true)
  },
})
