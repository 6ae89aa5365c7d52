import { searchAgain } from '../../actions/requests/search-again.ts'
import { ids } from '../../views/ids.ts'
import { searchedReply } from '../../views/requests/why.ts'
import { defineComponent, refuse, show } from '../define.ts'

/** `Search again`: for what hasn't been found yet. */
export const searchAgainButton = defineComponent({
  id: ids.searchAgain,
  ack: 'show',
  allow: 'member',
  run: async ({ deps, actor, say }, { requestId }) => {
    const outcome = await searchAgain(deps, actor, { requestId })
    return outcome.ok ? show(searchedReply(say)) : refuse(outcome.refusal)
  },
})
