import {
  type Card,
  clearCard,
  replaceCard,
  reserveCard,
  type ShownCard,
  updateCard,
} from '../../db/queries/cards.ts'
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

/** What a message was made to show, and what was known of its card when that began. */
type Shown = Readonly<Pick<Card, 'requestId' | 'purpose'>> &
  Readonly<{ seenAt: Card['sentAt']; channelId: string; messageId: string; print: string }>

/**
 * What a card's message shows now. When somebody else, in another process, changed it meanwhile, nobody knows which of
 * the two stands there: the value is false, and the card counts as showing nothing that is true.
 */
export const recordCard = defineAction<Shown, boolean>({
  name: 'card.record',
  allow: 'system',
  run: async ({ tx, now }, { requestId, purpose, seenAt, ...shown }) => {
    const isAlone = await replaceCard(tx, { requestId, purpose }, seenAt, { ...shown, sentAt: now })
    if (!isAlone) await updateCard(tx, requestId, purpose, { ...shown, print: '', sentAt: now })
    return done(isAlone)
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
