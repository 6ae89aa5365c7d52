import { keepWaiting } from '../../actions/requests/keep-waiting.ts'
import { viewRequest } from '../../db/queries/request-view.ts'
import { ids } from '../../views/ids.ts'
import { unfoundNotice } from '../../views/notices/unfound-notice.ts'
import { defineComponent, refuse, update } from '../define.ts'

/** `Keep waiting`: the answer of somebody who was asked what to do about what isn't found. */
export const keepWaitingButton = defineComponent({
  id: ids.keepWaiting,
  ack: 'update',
  allow: 'member',
  run: async ({ deps, actor, say }, { requestId }) => {
    const outcome = await keepWaiting(deps, actor, { requestId })
    if (!outcome.ok) return refuse(outcome.refusal)
    const { request, until } = outcome.value
    const view = await viewRequest(deps.db, request, deps.imageUrl)
    return update(unfoundNotice({ view, alone: true, until }, say))
  },
})
