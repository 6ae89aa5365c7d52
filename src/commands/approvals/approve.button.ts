import { approveRequest } from '../../actions/requests/decide-request.ts'
import { viewRequest } from '../../db/queries/request-view.ts'
import { approvalCard } from '../../views/cards/approval-card.ts'
import { ids } from '../../views/ids.ts'
import { sayIn } from '../../views/texts/say.ts'
import { defineComponent, refuse, update } from '../define.ts'

/** `Approve`: the card changes in the same moment, so that nobody else decides it again. */
export const approveButton = defineComponent({
  id: ids.approve,
  ack: 'update',
  allow: 'approver',
  run: async ({ deps, actor }, { requestId }) => {
    const outcome = await approveRequest(deps, actor, { requestId })
    if (!outcome.ok) return refuse(outcome.refusal)
    return update(approvalCard(await viewRequest(deps.db, outcome.value, deps.imageUrl), sayIn('en')))
  },
})
