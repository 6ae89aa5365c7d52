import { findDiscordAccount } from '../../db/queries/people.ts'
import { findRequestView } from '../../db/queries/request-view.ts'
import { isApprover } from '../../domain/people/policy.ts'
import { ids } from '../../views/ids.ts'
import { requestDetails } from '../../views/requests/request-details.ts'
import { defineComponent, refuse, show } from '../define.ts'

/** `Open`: all there is to know of a request, and what this person may do with it. */
export const openRequestButton = defineComponent({
  id: ids.openRequest,
  ack: 'show',
  allow: 'member',
  run: async ({ deps, actor, home, say }, { requestId }) => {
    const view = await findRequestView(deps.db, requestId, deps.imageUrl)
    if (view === undefined) return refuse({ code: 'request-gone' })
    const person = (await findDiscordAccount(deps.db, actor.discordId))?.personId
    const mine = view.request.personId === person
    const approves = home !== undefined && isApprover(actor, home)
    if (!mine && !approves && !view.askers.includes(actor.discordId)) return refuse({ code: 'not-yours' })
    return show(requestDetails({ view, mine, approves }, say))
  },
})
