import { listFollowers } from '../../db/queries/followers.ts'
import { findDiscordAccount } from '../../db/queries/people.ts'
import { isApprover } from '../../domain/people/policy.ts'
import { refused } from '../../domain/refusals.ts'
import type { MediaRequest } from '../../domain/requests/request.ts'
import { decideSearch } from '../../domain/requests/search.ts'
import { decideOn } from '../apply.ts'
import { defineAction, memberOf } from '../define.ts'

/** Has it searched for again: for whoever waits for it, and for approvers. */
export const searchAgain = defineAction<{ requestId: string }, MediaRequest>({
  name: 'request.search-again',
  allow: 'member',
  run: async (scope, { requestId }) => {
    const member = memberOf(scope.actor)
    const person = (await findDiscordAccount(scope.tx, member.discordId))?.personId
    const followers = await listFollowers(scope.tx, requestId)
    const waits = followers.some(({ personId }) => personId === person)
    const approves = scope.home !== undefined && isApprover(member, scope.home)
    if (!waits && !approves) return refused({ code: 'not-yours' })
    return decideOn(scope, requestId, (request) => decideSearch(request, scope.now))
  },
})
