import { cancelRequest } from '../../actions/requests/cancel-request.ts'
import { viewRequest } from '../../db/queries/request-view.ts'
import { isOpen } from '../../domain/requests/request.ts'
import { ids } from '../../views/ids.ts'
import { leftReply } from '../../views/requests/left.ts'
import { requestDetails } from '../../views/requests/request-details.ts'
import { defineComponent, refuse, update } from '../define.ts'

/** `Cancel`: withdraws one's own request while nobody has decided it; whoever else waits for it keeps it. */
export const cancelButton = defineComponent({
  id: ids.cancelRequest,
  ack: 'update',
  allow: 'member',
  run: async ({ deps, actor, say }, { requestId }) => {
    const outcome = await cancelRequest(deps, actor, { requestId })
    if (!outcome.ok) return refuse(outcome.refusal)
    const view = await viewRequest(deps.db, outcome.value, deps.imageUrl)
    if (isOpen(view.request.state)) return update(leftReply(view, say))
    return update(requestDetails({ view, mine: true, follows: true, approves: false }, say))
  },
})
