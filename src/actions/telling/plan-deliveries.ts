import { insertDelivery } from '../../db/queries/deliveries.ts'
import { listFollowers } from '../../db/queries/followers.ts'
import { reachable } from '../../domain/people/asker.ts'
import { done } from '../../domain/refusals.ts'
import { defineAction } from '../define.ts'

/** Which news a request's followers hear in a direct message. */
export type NewsKind = 'request.available' | 'request.narrowed' | 'request.denied' | 'request.refused'

/** Writes one durable delivery per person who follows the request. Planning it again adds nobody twice. */
export const planDeliveries = defineAction<{ requestId: string; kind: NewsKind }, number>({
  name: 'delivery.plan',
  allow: 'system',
  run: async (scope, { requestId, kind }) => {
    const { tx, now, ids } = scope
    const followers = reachable(await listFollowers(tx, requestId))
    let planned = 0
    for (const { personId, discordId } of followers) {
      const id = ids.next(now)
      if (!(await insertDelivery(tx, { id, kind, subject: requestId, personId, discordId }, now))) continue
      await scope.record({
        subject: id,
        events: ['delivery.planned'],
        after: { kind, requestId, to: discordId },
      })
      planned += 1
    }
    return done(planned)
  },
})
