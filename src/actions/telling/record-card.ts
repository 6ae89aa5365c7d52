import { type Card, clearCard, reserveCard, type ShownCard, updateCard } from '../../db/queries/cards.ts'
import { done } from '../../domain/refusals.ts'
import { defineAction } from '../define.ts'

/** Makes the row of a card before its message is sent, and notes when that was first tried. */
export const beginCard = defineAction<{ requestId: string; purpose: Card['purpose']; nonce: string }, Card>({
  name: 'card.begin',
  allow: 'system',
  run: async ({ tx, now }, { requestId, purpose, nonce }) => {
    const card = await reserveCard(tx, requestId, purpose, nonce)
    if (card.triedAt === null) await updateCard(tx, requestId, purpose, { triedAt: now })
    return done(card)
  },
})

/** What a card's message shows now. */
export const recordCard = defineAction<
  { requestId: string; purpose: Card['purpose']; channelId: string; messageId: string; print: string },
  void
>({
  name: 'card.record',
  allow: 'system',
  run: async ({ tx, now }, { requestId, purpose, ...shown }) => {
    await updateCard(tx, requestId, purpose, { ...shown, sentAt: now })
    return done(undefined)
  },
})

/** The message of a card is gone, or out of reach: another will be made. */
export const forgetCard = defineAction<{ card: ShownCard }, void>({
  name: 'card.forget',
  allow: 'system',
  run: async ({ tx }, { card }) => {
    await clearCard(tx, card)
    return done(undefined)
  },
})
