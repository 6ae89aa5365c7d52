import { type Card, clearCard, listCardless } from '../../db/queries/cards.ts'
import { hastenJob } from '../../db/queries/work.ts'
import { done } from '../../domain/refusals.ts'
import type { RequestState } from '../../domain/requests/request.ts'
import { defineAction } from '../define.ts'

/**
 * A channel was chosen or mended: the jobs that wait for it are brought forward, and requests of these states whose
 * card is missing, or stands in a channel that is `lost`, are shown anew. The value is how many are.
 */
export const renewCards = defineAction<
  {
    purpose: Card['purpose']
    states: readonly RequestState[]
    lost: readonly string[]
    jobs: readonly string[]
  },
  number
>({
  name: 'card.renew',
  allow: 'system',
  run: async ({ tx, now, record }, { purpose, states, lost, jobs }) => {
    for (const job of jobs) await hastenJob(tx, job, now)
    const cardless = await listCardless(tx, purpose, states, lost)
    for (const { id, nonce, messageId } of cardless) {
      if (nonce !== null && messageId !== null)
        await clearCard(tx, { requestId: id, purpose, nonce, messageId })
      await record({ subject: id, events: ['request.card-lost'] })
    }
    return done(cardless.length)
  },
})
