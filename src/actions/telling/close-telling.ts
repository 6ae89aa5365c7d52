import { lockTitle } from '../../db/queries/claims.ts'
import { listFollowers } from '../../db/queries/followers.ts'
import { findRequest } from '../../db/queries/requests.ts'
import {
  closeTelling as closeRow,
  findTelling,
  listEpisodesOf,
  listHeard,
} from '../../db/queries/tellings.ts'
import { reachable } from '../../domain/people/asker.ts'
import { done, refused } from '../../domain/refusals.ts'
import { unheard } from '../../domain/seasons/arrived.ts'
import { defineAction } from '../define.ts'
import { planDelivery } from '../plan-delivery.ts'

/**
 * Ends a window: one message per follower of the request, about all that arrived in it. What somebody heard through
 * another request since this one was made, they don't hear again. The value is how many are told.
 */
export const closeTelling = defineAction<{ tellingId: string }, number>({
  name: 'telling.close',
  allow: 'system',
  run: async (scope, { tellingId }) => {
    const { tx, now } = scope
    const telling = await findTelling(tx, tellingId)
    const request = telling && (await findRequest(tx, telling.requestId))
    if (request === undefined) return refused({ code: 'request-gone' })
    // Two windows of one show that end at once have to know of each other.
    await lockTitle(tx, request.titleId)
    if (!(await closeRow(tx, tellingId, now))) return done(0)
    const episodes = await listEpisodesOf(tx, tellingId)
    let planned = 0
    for (const follower of reachable(await listFollowers(tx, request.id))) {
      const heard = await listHeard(tx, follower.personId, request, request.createdAt)
      const fresh = unheard(episodes, heard)
      if (fresh.length === 0) continue
      const part = fresh.length === episodes.length ? null : JSON.stringify(fresh)
      const news = { kind: 'episodes.ready', subject: tellingId, part }
      if (await planDelivery(scope, follower, news, request.id)) planned += 1
    }
    return done(planned)
  },
})
