import { insertArrival, seenSince } from '../../db/queries/inbox.ts'
import { done } from '../../domain/refusals.ts'
import { HOUR } from '../../platform/clock.ts'
import { defineAction } from '../define.ts'

/** A webhook as it came, named by its content. `once`: a repeat is told for ever, or only within an hour. */
type ArrivingHook = Readonly<{
  instanceId: string
  key: string
  once: 'for-ever' | 'within-an-hour'
  eventType: string
  body: string
}>

/** Makes an arrived webhook durable. The value is false for a repeat, which changes nothing. */
export const storeArrival = defineAction<ArrivingHook, boolean>({
  name: 'hook.store',
  allow: 'system',
  run: async (scope, { instanceId, key, once, eventType, body }) => {
    const { tx, now, ids } = scope
    const id = ids.next(now)
    if (once === 'within-an-hour' && (await seenSince(tx, `${key}.`, now - HOUR))) return done(false)
    const contentKey = once === 'for-ever' ? key : `${key}.${Math.floor(now / HOUR)}`
    const arrival = { id, instanceId, contentKey, eventType, body, receivedAt: now }
    if (!(await insertArrival(tx, arrival))) return done(false)
    await scope.record({ subject: id, events: ['arr.reported'], after: { instanceId, eventType } })
    return done(true)
  },
})
