import { listClaims } from '../../db/queries/claims.ts'
import { findDefaultInstance } from '../../db/queries/instances.ts'
import { posterUrl } from '../../db/queries/request-view.ts'
import type { Refusal } from '../../domain/refusals.ts'
import {
  type EpisodeStanding,
  episodeStandings,
  missingSeasons,
  type SeasonStanding,
  seasonStandings,
} from '../../domain/seasons/standing.ts'
import { EMPTY_WISH, seasonsOf, type Wish } from '../../domain/seasons/wish.ts'
import { fitsText } from '../../domain/seasons/wish-text.ts'
import type { Title, TitleRef } from '../../domain/titles/title.ts'
import { showCard } from '../../views/request/show-card.ts'
import { type Context, type Reply, refuse, show } from '../define.ts'
import { lookUp } from './look-up.ts'

/** How a show stands at the moment, for whoever chooses of it. */
export type Offer = Readonly<{
  title: Title
  standings: readonly SeasonStanding[]
  /** Of the season whose episodes are chosen from. */
  episodes: readonly EpisodeStanding[]
  /** Whether copies in 4K can be had, also of what is here. */
  has4k: boolean
}>

/** What is chosen, given how the show stands; or why that can't be. */
export type Choose = (offer: Offer) => Wish | Refusal

/** `isPicked`: it is chosen in the select itself; `season`: of its episodes. */
type Manner = Readonly<{ isPicked?: boolean; season?: number }>

/** More seasons than this are not chosen before anybody said so. */
const MOST_AT_ONCE = 10

/** What a fresh card proposes: all that is missing, unless that is a lot. */
export const firstWish: Choose = ({ standings }) => {
  const missing = missingSeasons(standings)
  return missing.length > MOST_AT_ONCE ? EMPTY_WISH : { ...EMPTY_WISH, seasons: missing }
}

/** The one season that is chosen, whole or in part. */
const seasonIn = (wish: Wish): number | undefined => {
  const [season, another] = seasonsOf(wish)
  return another === undefined && !wish.future ? season : undefined
}

/** The card of a show as it stands now, with what `choose` makes of it chosen. */
export const showCardNow = async (
  ctx: Context,
  ref: TitleRef,
  choose: Choose,
  { isPicked = false, season }: Manner = {},
): Promise<Reply> => {
  const { deps, say } = ctx
  const found = await lookUp(ctx, ref)
  if (found === undefined) return refuse({ code: 'title-unknown' })
  const { id, title } = found
  const [claims, known, instance4k] = await Promise.all([
    listClaims(deps.db, id, 'standard'),
    deps.showFacts(title),
    findDefaultInstance(deps.db, 'sonarr', '4k'),
  ])
  const facts = known ?? []
  const now = deps.clock.now()
  const episodesOf = async (number: number | undefined): Promise<readonly EpisodeStanding[]> => {
    if (number === undefined) return []
    const named = await deps.titles.episodes(title, number, ctx.actor.locale)
    return episodeStandings(number, named, facts, claims, now)
  }
  const standings = seasonStandings(title.seasons ?? [], facts, claims, now)
  const has4k = instance4k !== undefined
  const asked = await episodesOf(season)
  const chosen = choose({ title, standings, episodes: asked, has4k })
  if ('code' in chosen) return refuse(chosen)
  if (!fitsText(chosen)) return refuse({ code: 'too-much-chosen' })
  const single = seasonIn(chosen)
  const poster = posterUrl(deps.imageUrl, title)
  return show(
    showCard(
      {
        title,
        ref,
        standings,
        known: known !== undefined,
        chosen,
        isPicked,
        episodes: single === season ? asked : await episodesOf(single),
        has4k,
        ...(poster === undefined ? {} : { posterUrl: poster }),
      },
      say,
    ),
  )
}
