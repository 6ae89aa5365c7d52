import { type Delivery, updateDelivery } from '../../db/queries/deliveries.ts'
import { setDmChannel, setDmClosed } from '../../db/queries/people.ts'
import { done } from '../../domain/refusals.ts'
import { defineAction } from '../define.ts'

/** Notes that a delivery is about to be tried, before the network is touched; the first of several tries may have arrived. */
export const beginDelivery = defineAction<{ delivery: Delivery }, void>({
  name: 'delivery.begin',
  allow: 'system',
  run: async ({ tx, now }, { delivery }) => {
    await updateDelivery(
      tx,
      delivery.id,
      { triedAt: delivery.triedAt ?? now, attempts: delivery.attempts + 1 },
      now,
    )
    return done(undefined)
  },
})

/** How a delivery ended. */
export type DeliveryEnd = Readonly<
  | { state: 'sent'; way: 'dm' | 'mention'; messageId: string; channelId: string }
  | { state: 'failed'; detail: string }
>

export const recordDelivery = defineAction<{ delivery: Delivery; end: DeliveryEnd }, void>({
  name: 'delivery.record',
  allow: 'system',
  run: async (scope, { delivery, end }) => {
    const { tx, now } = scope
    if (end.state === 'sent') {
      await updateDelivery(tx, delivery.id, { state: 'sent', way: end.way, messageId: end.messageId }, now)
      if (end.way === 'dm') {
        await setDmChannel(tx, delivery.discordId, end.channelId)
        await setDmClosed(tx, delivery.discordId, null)
      }
    } else {
      await updateDelivery(tx, delivery.id, { state: 'failed', detail: end.detail }, now)
    }
    await scope.record({ subject: delivery.id, before: { state: delivery.state }, after: end })
    return done(undefined)
  },
})

/** Remembers that an account takes no direct messages, so that it isn't tried again until the member returns. */
export const recordDmClosed = defineAction<{ discordId: string }, void>({
  name: 'delivery.dm-closed',
  allow: 'system',
  run: async (scope, { discordId }) => {
    await setDmClosed(scope.tx, discordId, scope.now)
    await scope.record({ subject: discordId, after: { dmClosedAt: scope.now } })
    return done(undefined)
  },
})
