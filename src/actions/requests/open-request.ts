import { holdClaims, listClaims, lockTitle } from '../../db/queries/claims.ts'
import { type Follower, insertFollower } from '../../db/queries/followers.ts'
import { findDefaultInstance } from '../../db/queries/instances.ts'
import { findRequest, insertRequest } from '../../db/queries/requests.ts'
import { findTitle } from '../../db/queries/titles.ts'
import type { Trust } from '../../domain/approvals/trust.ts'
import { done, type Outcome, refused } from '../../domain/refusals.ts'
import { type Ask, decideAsk } from '../../domain/requests/ask.ts'
import type { MediaRequest, Quality, TraceStep } from '../../domain/requests/request.ts'
import type { Wish } from '../../domain/seasons/wish.ts'
import { APP_OF } from '../../domain/titles/kind.ts'
import type { Scope } from '../define.ts'
import { joinRequests } from './join-requests.ts'

/** What somebody asks for: a film, or a part of a show. */
export type Asking = Readonly<{ titleId: string; quality?: Quality; wish?: Wish }>

/** Who asks, what spares them an approver, and by what way it came when not by a command. */
export type By = Readonly<{ follower: Follower; trustedBy?: Trust; origin?: TraceStep }>

/** `joined`: nothing new was left to ask for; `isNews`: they weren't waiting for all of it already. */
export type Opened = Readonly<{ request: MediaRequest; joined: boolean; isNews: boolean }>

const accept = async (
  scope: Scope,
  { titleId, quality = 'standard' }: Asking,
  kind: MediaRequest['kind'],
  fresh: NonNullable<Ask['fresh']>,
  { follower, trustedBy, origin }: By,
): Promise<MediaRequest> => {
  const { tx, now, ids } = scope
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
    trace: origin === undefined ? [] : [origin],
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
 * The one door through which requests come. What is asked for already is not asked for again: the asker joins whoever
 * was first, and only the rest becomes a request of its own.
 */
export const openRequest = async (scope: Scope, asking: Asking, by: By): Promise<Outcome<Opened>> => {
  const { tx } = scope
  const { titleId, quality = 'standard', wish } = asking
  await lockTitle(tx, titleId)
  const stored = await findTitle(tx, titleId)
  if (stored === undefined) return refused({ code: 'title-unknown' })
  const { kind } = stored.title
  if ((await findDefaultInstance(tx, APP_OF[kind], quality)) === undefined)
    return refused({ code: 'no-instance', kind })
  const ask = decideAsk(kind, wish, await listClaims(tx, titleId, quality))
  if (ask === undefined) return refused({ code: 'nothing-chosen' })
  const joined = await joinRequests(scope, ask.joins, by.follower)
  if (ask.fresh !== undefined) {
    return done({ request: await accept(scope, asking, kind, ask.fresh, by), joined: false, isNews: true })
  }
  const [first = ''] = ask.joins
  const request = await findRequest(tx, first)
  if (request === undefined) return refused({ code: 'request-gone' })
  return done({ request, joined: true, isNews: joined > 0 })
}
