import { holdClaims, listClaims, lockTitle } from '../../db/queries/claims.ts'
import { type Follower, insertFollower } from '../../db/queries/followers.ts'
import { findDefaultInstance } from '../../db/queries/instances.ts'
import { findRequest, insertRequest } from '../../db/queries/requests.ts'
import { findTitle } from '../../db/queries/titles.ts'
import { trustIn } from '../../domain/approvals/trust.ts'
import { done, refused } from '../../domain/refusals.ts'
import { type Ask, decideAsk } from '../../domain/requests/ask.ts'
import type { MediaRequest, Quality } from '../../domain/requests/request.ts'
import type { Wish } from '../../domain/seasons/wish.ts'
import { APP_OF } from '../../domain/titles/kind.ts'
import { defineAction, memberOf, personOf, type Scope } from '../define.ts'
import { joinRequests } from './join-requests.ts'

/** What somebody asks for: a film, or a part of a show. */
export type Asking = Readonly<{ titleId: string; quality?: Quality; wish?: Wish }>

const accept = async (
  scope: Scope,
  { titleId, quality = 'standard' }: Asking,
  kind: MediaRequest['kind'],
  fresh: NonNullable<Ask['fresh']>,
  follower: Follower,
): Promise<MediaRequest> => {
  const { tx, now, ids, home } = scope
  const trustedBy = home && trustIn(memberOf(scope.actor), home)
  const request: MediaRequest = {
    id: ids.next(now),
    titleId,
    kind,
    state: 'evaluating',
    version: 1,
    personId: follower.personId,
    quality,
    ...(trustedBy === undefined ? {} : { trustedBy }),
    ...(fresh.wish === undefined ? {} : { wish: fresh.wish }),
    trace: [],
    createdAt: now,
    updatedAt: now,
  }
  await insertRequest(tx, request)
  await holdClaims(tx, request, fresh.claims)
  await insertFollower(tx, request.id, follower, now)
  await scope.record({
    subject: request.id,
    events: ['request.submitted'],
    after: {
      titleId,
      quality,
      state: request.state,
      ...(fresh.wish === undefined ? {} : { wish: fresh.wish }),
    },
  })
  return request
}

/**
 * Accepts a request for a stored title. What is asked for already is not asked for again: the asker joins whoever
 * was first, and only the rest becomes a request of its own. `joined` tells that nothing new was left.
 */
export const submitRequest = defineAction<Asking, { request: MediaRequest; joined: boolean }>({
  name: 'request.submit',
  allow: 'member',
  run: async (scope, asking) => {
    const { tx } = scope
    const { titleId, quality = 'standard', wish } = asking
    const stored = await findTitle(tx, titleId)
    if (stored === undefined) return refused({ code: 'title-unknown' })
    const { kind } = stored.title
    if ((await findDefaultInstance(tx, APP_OF[kind], quality)) === undefined)
      return refused({ code: 'no-instance', kind })
    const personId = await personOf(scope)
    const follower = { personId, discordId: memberOf(scope.actor).discordId }
    await lockTitle(tx, titleId)
    const ask = decideAsk(kind, wish, await listClaims(tx, titleId, quality))
    if (ask === undefined) return refused({ code: 'nothing-chosen' })
    const joined = await joinRequests(scope, ask.joins, follower)
    if (ask.fresh !== undefined) {
      return done({ request: await accept(scope, asking, kind, ask.fresh, follower), joined: false })
    }
    const [first = ''] = ask.joins
    const request = await findRequest(tx, first)
    if (request === undefined) return refused({ code: 'request-gone' })
    if (joined === 0) {
      return refused({ code: request.personId === personId ? 'already-asked' : 'already-following' })
    }
    return done({ request, joined: true })
  },
})
