import { listFollowers } from '../../db/queries/followers.ts'
import { reachable } from '../../domain/people/asker.ts'
import { done } from '../../domain/refusals.ts'
import { defineAction } from '../define.ts'
import { planDelivery } from '../plan-delivery.ts'

/** Which news a request's followers hear in a direct message. */
export type NewsKind = 'request.available' | 'request.narrowed' | 'request.denied' | 'request.refused'

/** Writes one durable delivery per person who follows the request. Planning it again adds nobody twice. */
export const planDeliveries = defineAction<{ requestId: string; kind: NewsKind }, number>({
  name: 'delivery.plan',
  allow: 'system',
  run: async (scope, { requestId, kind }) => {
    const followers = reachable(await listFollowers(scope.tx, requestId))
    let planned = 0
    for (const follower of followers)
      if (await planDelivery(scope, follower, { kind, subject: requestId }, requestId)) planned += 1
    return done(planned)
  },
})
