import { followRequest } from '../../actions/requests/follow-request.ts'
import { viewRequest } from '../../db/queries/request-view.ts'
import { ids } from '../../views/ids.ts'
import { askedCard } from '../../views/request/asked-card.ts'
import { defineComponent, refuse, show } from '../define.ts'

/** `Me too`: hears the same news as whoever asked first. The public card follows by itself. */
export const meTooButton = defineComponent({
  id: ids.followRequest,
  ack: 'show',
  allow: 'member',
  run: async ({ deps, actor, say }, { requestId }) => {
    const outcome = await followRequest(deps, actor, { requestId })
    if (!outcome.ok) return refuse(outcome.refusal)
    return show(
      askedCard({ view: await viewRequest(deps.db, outcome.value, deps.imageUrl), joined: true }, say),
    )
  },
})
