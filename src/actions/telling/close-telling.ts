import { insertDelivery } from '../../db/queries/deliveries.ts'
import { listFollowers } from '../../db/queries/followers.ts'
import { closeTelling as closeRow, findTelling } from '../../db/queries/tellings.ts'
import { done, refused } from '../../domain/refusals.ts'
import { defineAction } from '../define.ts'

/** Ends a window: one message per follower of the request, about all that arrived in it. The value is how many. */
export const closeTelling = defineAction<{ tellingId: string }, number>({
  name: 'telling.close',
  allow: 'system',
  run: async (scope, { tellingId }) => {
    const { tx, now, ids } = scope
    const telling = await findTelling(tx, tellingId)
    if (telling === undefined) return refused({ code: 'request-gone' })
    if (!(await closeRow(tx, tellingId, now))) return done(0)
    const followers = await listFollowers(tx, telling.requestId)
    for (const follower of followers) {
      const id = ids.next(now)
      const delivery = { id, kind: 'episodes.ready', subject: tellingId, ...follower }
      if (!(await insertDelivery(tx, delivery, now))) continue
      await scope.record({
        subject: id,
        events: ['delivery.planned'],
        after: { kind: delivery.kind, requestId: telling.requestId, to: follower.discordId },
      })
    }
    return done(followers.length)
  },
})
