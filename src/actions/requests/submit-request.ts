import { findPerson } from '../../db/queries/people.ts'
import { trustIn } from '../../domain/approvals/trust.ts'
import { done, refused } from '../../domain/refusals.ts'
import type { MediaRequest } from '../../domain/requests/request.ts'
import { defineAction, memberOf, personOf } from '../define.ts'
import { type Asking, openRequest } from './open-request.ts'

/** Accepts what a member asks for a stored title. `joined` tells that others had asked for all of it. */
export const submitRequest = defineAction<Asking, { request: MediaRequest; joined: boolean }>({
  name: 'request.submit',
  allow: 'member',
  run: async (scope, asking) => {
    const { tx, home, actor } = scope
    const member = memberOf(actor)
    const personId = await personOf(scope)
    const person = await findPerson(tx, personId)
    const trustedBy = person?.needsApproval === 1 || home === undefined ? undefined : trustIn(member, home)
    const opened = await openRequest(scope, asking, {
      follower: { personId, discordId: member.discordId },
      ...(trustedBy === undefined ? {} : { trustedBy }),
    })
    if (!opened.ok) return opened
    const { request, joined, isNews } = opened.value
    if (isNews) return done({ request, joined })
    return refused({ code: request.personId === personId ? 'already-asked' : 'already-following' })
  },
})
