import { type Claim, claimsOf, shareWish } from '../seasons/claims.ts'
import { isEmptyWish, tidyWish, type Wish } from '../seasons/wish.ts'
import type { Kind } from '../titles/title.ts'

/** What asking for a title comes to: something new, open requests to join, or both. */
export type Ask = Readonly<{
  fresh: Readonly<{ wish?: Wish; claims: readonly Omit<Claim, 'requestId'>[] | undefined }> | undefined
  joins: readonly string[]
}>

/**
 * Decides what somebody's asking means beside what is asked for already: nothing is asked for twice, and whoever
 * asks for what another has asked for joins them. Undefined when nothing was asked for at all.
 */
export const decideAsk = (kind: Kind, wish: Wish | undefined, claims: readonly Claim[]): Ask | undefined => {
  if (kind === 'film') {
    const [held] = claims
    return held === undefined
      ? { fresh: { claims: undefined }, joins: [] }
      : { fresh: undefined, joins: [held.requestId] }
  }
  if (wish === undefined || isEmptyWish(wish)) return undefined
  const { fresh, holders } = shareWish(tidyWish(wish), claims)
  return {
    fresh: fresh && { wish: fresh, claims: claimsOf(fresh) },
    joins: holders,
  }
}
