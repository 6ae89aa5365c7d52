import { findRequestView } from '../../db/queries/request-view.ts'
import { lateness } from '../../domain/approvals/decide.ts'
import { denyModal } from '../../views/approvals/deny-modal.ts'
import { denyReasons } from '../../views/approvals/deny-reasons.ts'
import { ids } from '../../views/ids.ts'
import { defineComponent, modal, refuse } from '../define.ts'

/** `Deny`: asks for the reason that the asker will read. */
export const denyButton = defineComponent({
  id: ids.deny,
  ack: 'modal',
  allow: 'approver',
  run: async ({ deps, home, say }, { requestId }) => {
    const view = await findRequestView(deps.db, requestId, deps.imageUrl)
    if (view === undefined) return refuse({ code: 'request-gone' })
    const late = lateness(view.request)
    if (late !== undefined) return refuse(late)
    return modal(denyModal({ requestId, title: view.title, reasons: denyReasons(home, say) }, say))
  },
})
