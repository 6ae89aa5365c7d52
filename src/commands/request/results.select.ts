import { readRef } from '../../domain/titles/title.ts'
import { ids } from '../../views/ids.ts'
import { defineComponent, refuse, update } from '../define.ts'
import { showAskCard } from './ask-card.ts'

/** One of the results was picked: its card takes the place of the list. */
export const resultsSelect = defineComponent({
  id: ids.pickResult,
  ack: 'update',
  slow: true,
  allow: 'member',
  run: async (ctx, _, [picked = '']) => {
    const ref = readRef(picked)
    if (ref === undefined) return refuse({ code: 'title-unknown' })
    const reply = await showAskCard(ctx, ref)
    return reply.kind === 'show' ? update(reply.body) : reply
  },
})
