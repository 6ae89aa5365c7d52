import { listFollowers } from '../../db/queries/followers.ts'
import { findDiscordAccount } from '../../db/queries/people.ts'
import { findRequestView } from '../../db/queries/request-view.ts'
import { isApprover } from '../../domain/people/policy.ts'
import { done, type Outcome, refused } from '../../domain/refusals.ts'
import type { RequestView } from '../../domain/requests/view.ts'
import { ids } from '../../views/ids.ts'
import { requestDetails } from '../../views/requests/request-details.ts'
import { type Context, defineComponent, refuse, show } from '../define.ts'

/** A request, and what the one who looks at it is to it. */
export type Opened = Readonly<{ view: RequestView; mine: boolean; follows: boolean; approves: boolean }>

/** Opens a request for those whom it concerns: who asked, who waits for it, and approvers. */
export const openFor = async (
  { deps, actor, home }: Pick<Context, 'deps' | 'actor' | 'home'>,
  requestId: string,
): Promise<Outcome<Opened>> => {
  const view = await findRequestView(deps.db, requestId, deps.imageUrl)
  if (view === undefined) return refused({ code: 'request-gone' })
  const person = (await findDiscordAccount(deps.db, actor.discordId))?.personId
  const mine = view.request.personId === person
  const approves = home !== undefined && isApprover(actor, home)
  const followers = await listFollowers(deps.db, requestId)
  const follows = followers.some(({ personId }) => personId === person)
  if (!mine && !approves && !follows) return refused({ code: 'not-yours' })
  return done({ view, mine, follows, approves })
}

/** `Open`: all there is to know of a request, and what this person may do with it. */
export const openRequestButton = defineComponent({
  id: ids.openRequest,
  ack: 'show',
  allow: 'member',
  run: async (ctx, { requestId }) => {
    const opened = await openFor(ctx, requestId)
    return opened.ok ? show(requestDetails(opened.value, ctx.say)) : refuse(opened.refusal)
  },
})
