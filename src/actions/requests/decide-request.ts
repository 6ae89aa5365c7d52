import { dropClaims, holdClaims, listClaims, lockTitle } from '../../db/queries/claims.ts'
import { listFollowers } from '../../db/queries/followers.ts'
import { findInstance } from '../../db/queries/instances.ts'
import { lockRequest } from '../../db/queries/requests.ts'
import { forgetEpisodes } from '../../db/queries/tellings.ts'
import { decideVerdict, lateness } from '../../domain/approvals/decide.ts'
import type { Changes } from '../../domain/approvals/explain-changes.ts'
import { refused } from '../../domain/refusals.ts'
import type { MediaRequest } from '../../domain/requests/request.ts'
import { claimsOf, shareWish } from '../../domain/seasons/claims.ts'
import { EMPTY_WISH, leftOut, type Wish } from '../../domain/seasons/wish.ts'
import { applyDecision, decideOn } from '../apply.ts'
import { defineAction, memberOf, type Scope } from '../define.ts'
import { joinRequests } from './join-requests.ts'

/** An approver says yes. The first of several wins; the others are told who and when. */
export const approveRequest = defineAction<{ requestId: string }, MediaRequest>({
  name: 'request.approve',
  allow: 'approver',
  run: (scope, { requestId }) => {
    const { discordId } = memberOf(scope.actor)
    return decideOn(scope, requestId, (request) =>
      decideVerdict(request, { approve: true }, discordId, scope.now),
    )
  },
})

/**
 * Holds what the approver chose of a show in the place of what was asked for; what other requests hold stays theirs.
 * Of that, whoever waits for this request joins what the approver added: they are to get it, and so to hear of it.
 */
const claimAnew = async (
  scope: Scope,
  request: MediaRequest,
  changes: Changes,
  wish: Wish,
): Promise<Changes | undefined> => {
  const { tx } = scope
  await lockTitle(tx, request.titleId)
  const claims = await listClaims(tx, request.titleId, request.quality)
  const others = claims.filter(({ requestId }) => requestId !== request.id)
  const { fresh } = shareWish(wish, others)
  if (fresh === undefined) return undefined
  await dropClaims(tx, request.id)
  await holdClaims(tx, request, claimsOf(fresh))
  const { holders } = shareWish(leftOut(wish, request.wish ?? EMPTY_WISH), others)
  for (const follower of await listFollowers(tx, request.id)) await joinRequests(scope, holders, follower)
  return { ...changes, wish: fresh }
}

/**
 * An approver says yes, and where and how. What they chose is checked against what the instance offered when it was
 * last asked.
 */
export const approveWithChanges = defineAction<{ requestId: string; changes: Changes }, MediaRequest>({
  name: 'request.approve-with-changes',
  allow: 'approver',
  run: async (scope, { requestId, changes }) => {
    const request = await lockRequest(scope.tx, requestId)
    if (request === undefined) return refused({ code: 'request-gone' })
    const late = lateness(request)
    if (late !== undefined) return refused(late)
    const instance = await findInstance(scope.tx, changes.instanceId)
    if (instance === undefined || instance.state !== 'ready') return refused({ code: 'instance-gone' })
    const { profiles, folders } = instance.choices
    const offered =
      profiles.some(({ id }) => id === changes.profileId) &&
      folders.some(({ path }) => path === changes.folder)
    if (!offered) return refused({ code: 'choice-gone' })
    const held = changes.wish === undefined ? changes : await claimAnew(scope, request, changes, changes.wish)
    if (held === undefined) return refused({ code: 'held-elsewhere' })
    const { discordId } = memberOf(scope.actor)
    const verdict = { approve: true, changes: { ...held, instance } } as const
    const outcome = await applyDecision(scope, request, decideVerdict(request, verdict, discordId, scope.now))
    if (outcome.ok && outcome.value.measuredAt === undefined) await forgetEpisodes(scope.tx, requestId)
    return outcome
  },
})

/** An approver says no, with the words the asker will read. */
export const denyRequest = defineAction<{ requestId: string; reason: string }, MediaRequest>({
  name: 'request.deny',
  allow: 'approver',
  run: (scope, { requestId, reason }) => {
    const { discordId } = memberOf(scope.actor)
    return decideOn(scope, requestId, (request) =>
      decideVerdict(request, { approve: false, reason }, discordId, scope.now),
    )
  },
})
