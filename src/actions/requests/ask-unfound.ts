import { listWaiters, updateWaiter } from '../../db/queries/followers.ts'
import { insertInquiry } from '../../db/queries/inquiries.ts'
import { lockRequest, setAskAt } from '../../db/queries/requests.ts'
import { findTitle } from '../../db/queries/titles.ts'
import { reachable } from '../../domain/people/asker.ts'
import { done } from '../../domain/refusals.ts'
import { decideUnfound } from '../../domain/requests/unfound.ts'
import { defineAction } from '../define.ts'
import { planDelivery } from '../plan-delivery.ts'

/** The question what to do about what isn't found. Its deliveries speak of an inquiry. */
export const UNFOUND = 'request.unfound'

/**
 * Plans to ask those who wait for something that was looked for in vain what to do: one delivery per person and
 * inquiry. The value is how many are asked.
 */
export const askUnfound = defineAction<{ requestId: string }, number>({
  name: 'request.ask-unfound',
  allow: 'system',
  run: async (scope, { requestId }) => {
    const { tx, now, ids } = scope
    const request = await lockRequest(tx, requestId)
    const stored = request && (await findTitle(tx, request.titleId))
    if (request === undefined || stored === undefined) return done(0)
    const waiters = reachable(await listWaiters(tx, requestId))
    const unfound = decideUnfound(request, stored.title, waiters, now)
    if (unfound === undefined) return done(0)
    await setAskAt(tx, requestId, unfound.askAt)
    const asked = waiters.filter(({ personId }) => unfound.ask.includes(personId))
    if (asked.length === 0) return done(0)
    const inquiry = ids.next(now)
    await insertInquiry(tx, { id: inquiry, requestId, askedAt: now })
    for (const waiter of asked) {
      await updateWaiter(tx, requestId, waiter.personId, { askedAt: now, waitsUntil: null })
      await planDelivery(scope, waiter, { kind: UNFOUND, subject: inquiry }, requestId)
    }
    return done(asked.length)
  },
})
