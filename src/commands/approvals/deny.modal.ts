import { z } from 'zod'
import { denyRequest } from '../../actions/requests/decide-request.ts'
import { viewRequest } from '../../db/queries/request-view.ts'
import { approvalCard } from '../../views/cards/approval-card.ts'
import { ids } from '../../views/ids.ts'
import { sayIn } from '../../views/texts/say.ts'
import { defineModal, refuse, update } from '../define.ts'

const chosen = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((value) => (Array.isArray(value) ? value[0] : value) ?? '')
  .pipe(z.string().trim().max(100))

/** The reason for a no: a saved one, words of one's own, or both. */
export const denyReasonModal = defineModal({
  id: ids.denyReason,
  ack: 'update',
  allow: 'approver',
  fields: z.object({ reason: chosen, message: z.string().trim().max(500).optional() }),
  run: async ({ deps, actor }, { requestId }, { reason, message }) => {
    const words = [reason, message].filter((part) => part !== undefined && part !== '')
    const outcome = await denyRequest(deps, actor, { requestId, reason: words.join(' ') })
    if (!outcome.ok) return refuse(outcome.refusal)
    return update(approvalCard(await viewRequest(deps.db, outcome.value, deps.imageUrl), sayIn('en')))
  },
})
