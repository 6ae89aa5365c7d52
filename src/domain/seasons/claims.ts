import { isEmptyWish, tidyWish, type Wish } from './wish.ts'

/** What an open request holds, so that nobody asks for it a second time: a whole season, one episode, or what comes later. */
export type Claim = Readonly<{ requestId: string; season: number; episode?: number }>

/** Stands for the seasons that come later, as a season's number. */
export const FUTURE = -2

/** What of a wish nobody holds yet, and the requests that hold the rest. */
export type Share = Readonly<{ fresh: Wish | undefined; holders: readonly string[] }>

/** Parts a wish into what is new and what others have asked for already. Whoever asks joins those. */
export const shareWish = (wish: Wish, claims: readonly Claim[]): Share => {
  const holders = new Set<string>()
  const isHeld = (season: number, episode?: number): boolean => {
    const held = claims.find(
      (claim) => claim.season === season && (claim.episode === undefined || claim.episode === episode),
    )
    if (held !== undefined) holders.add(held.requestId)
    return held !== undefined
  }
  const fresh = tidyWish({
    seasons: wish.seasons.filter((season) => !isHeld(season)),
    episodes: wish.episodes.filter(({ season, episode }) => !isHeld(season, episode)),
    future: wish.future && !isHeld(FUTURE),
  })
  return { fresh: isEmptyWish(fresh) ? undefined : fresh, holders: [...holders] }
}

/** What a wish holds once it is asked for. */
export const claimsOf = ({ seasons, episodes, future }: Wish): Omit<Claim, 'requestId'>[] => [
  ...seasons.map((season) => ({ season })),
  ...episodes,
  ...(future ? [{ season: FUTURE }] : []),
]
