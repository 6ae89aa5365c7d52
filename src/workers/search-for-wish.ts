import type { ArrEpisode, Sonarr } from '../clients/arr/types.ts'
import { asksFor, type Wish } from '../domain/seasons/wish.ts'
import type { Instant } from '../platform/clock.ts'

/** Has Sonarr search for what is asked for and not here; what was searched for since `since` is left alone. */
export const searchForWish = async (
  sonarr: Pick<Sonarr, 'searchSeason' | 'searchEpisodes'>,
  arrId: number,
  wish: Wish,
  episodes: readonly ArrEpisode[],
  since: Instant,
): Promise<void> => {
  const lacks = ({ hasFile, lastSearchAt }: ArrEpisode): boolean =>
    !hasFile && (lastSearchAt === undefined || lastSearchAt < since)
  const missing = episodes.filter((one) => asksFor(wish, one) && lacks(one))
  for (const season of wish.seasons) {
    if (missing.some((one) => one.season === season)) await sonarr.searchSeason(arrId, season)
  }
  const single = missing.filter(({ season }) => !wish.seasons.includes(season)).map(({ id }) => id)
  if (single.length > 0) await sonarr.searchEpisodes(single)
}
