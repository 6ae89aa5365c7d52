import { leaveRequest } from '../../actions/requests/leave-request.ts'
import { viewRequest } from '../../db/queries/request-view.ts'
import { ids } from '../../views/ids.ts'
import { leftReply } from '../../views/requests/left.ts'
import { defineComponent, refuse, update } from '../define.ts'

/** `Withdraw`: whoever presses waits for it no longer; it ends when nobody else does. */
export const leaveButton = defineComponent({
  id: ids.leaveRequest,
  ack: 'update',
  allow: 'member',
  run: async ({ deps, actor, say }, { requestId }) => {
    const outcome = await leaveRequest(deps, actor, { requestId })
    if (!outcome.ok) return refuse(outcome.refusal)
    return update(leftReply(await viewRequest(deps.db, outcome.value, deps.imageUrl), say))
  },
})
