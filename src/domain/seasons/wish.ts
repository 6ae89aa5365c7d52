/** Names one episode of a show. Season 0 holds the specials. */
export type EpisodeRef = Readonly<{ season: number; episode: number }>

/** What somebody wants of a show: whole seasons, single episodes of others, and the seasons that come later. */
export type Wish = Readonly<{
  seasons: readonly number[]
  episodes: readonly EpisodeRef[]
  future: boolean
}>

export const EMPTY_WISH: Wish = { seasons: [], episodes: [], future: false }

const byNumber = (one: number, other: number): number => one - other

const byPlace = (one: EpisodeRef, other: EpisodeRef): number =>
  one.season - other.season || one.episode - other.episode

/** The one form of a wish: in order, nothing twice, no episode of a season that is wanted whole. */
export const tidyWish = ({ seasons, episodes, future }: Wish): Wish => {
  const whole = new Set(seasons)
  const single = new Map(
    episodes.filter(({ season }) => !whole.has(season)).map((one) => [`${one.season}.${one.episode}`, one]),
  )
  return { seasons: [...whole].sort(byNumber), episodes: [...single.values()].sort(byPlace), future }
}

export const isEmptyWish = ({ seasons, episodes, future }: Wish): boolean =>
  seasons.length === 0 && episodes.length === 0 && !future

/** What of a wish another leaves out. */
export const leftOut = (asked: Wish, got: Wish): Wish => ({
  seasons: asked.seasons.filter((season) => !got.seasons.includes(season)),
  episodes: asked.episodes.filter((one) => !asksFor(got, one)),
  future: asked.future && !got.future,
})

/** Whether a wish asks for this episode by name or by its season. */
export const asksFor = ({ seasons, episodes }: Wish, { season, episode }: EpisodeRef): boolean =>
  seasons.includes(season) || episodes.some((one) => one.season === season && one.episode === episode)

/** The seasons of which a wish wants anything. */
export const seasonsOf = ({ seasons, episodes }: Wish): number[] =>
  [...new Set([...seasons, ...episodes.map(({ season }) => season)])].sort(byNumber)

/**
 * Whether this episode belongs to a season that came after all that the wish names, and such are wanted too.
 * @param begun seasons that had begun when it was asked for: these would have been named
 */
export const isLater = (
  wish: Wish,
  { season }: EpisodeRef,
  begun: ReadonlySet<number> = new Set(),
): boolean => wish.future && season > Math.max(0, ...seasonsOf(wish)) && !begun.has(season)
