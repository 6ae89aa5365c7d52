import { ids } from '../../views/ids.ts'
import { whyReply } from '../../views/requests/why.ts'
import { openFor } from '../approvals/open.button.ts'
import { defineComponent, refuse, show } from '../define.ts'

/** `Why?`: what was looked at, what was decided, and what it waits for now. */
export const whyButton = defineComponent({
  id: ids.why,
  ack: 'show',
  allow: 'member',
  run: async (ctx, { requestId }) => {
    const opened = await openFor(ctx, requestId)
    return opened.ok ? show(whyReply(opened.value, ctx.say)) : refuse(opened.refusal)
  },
})
