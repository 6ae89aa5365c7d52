import { listClaims } from '../../db/queries/claims.ts'
import { findDefaultInstance } from '../../db/queries/instances.ts'
import { posterUrl } from '../../db/queries/request-view.ts'
import type { Refusal } from '../../domain/refusals.ts'
import type { EpisodeFact } from '../../domain/seasons/snapshot.ts'
import { missingSeasons, type SeasonStanding, seasonStandings } from '../../domain/seasons/standing.ts'
import { EMPTY_WISH, seasonsOf, type Wish } from '../../domain/seasons/wish.ts'
import type { Title, TitleRef } from '../../domain/titles/title.ts'
import { showCard } from '../../views/request/show-card.ts'
import { type Context, type Reply, refuse, show } from '../define.ts'
import { lookUp } from './look-up.ts'

/** How a show stands at the moment, for whoever chooses of it. */
export type Offer = Readonly<{ title: Title; standings: readonly SeasonStanding[] }>

/** What is chosen, given how the show stands; or why that can't be. */
export type Choose = (offer: Offer) => Wish | Refusal

/** More seasons than this are not chosen before anybody said so. */
const MOST_AT_ONCE = 10

/** What a fresh card proposes: all that is missing, unless that is a lot. */
export const firstWish: Choose = ({ standings }) => {
  const missing = missingSeasons(standings)
  return missing.length > MOST_AT_ONCE ? EMPTY_WISH : { ...EMPTY_WISH, seasons: missing }
}

const episodesFor = async (
  ctx: Context,
  title: Title,
  wish: Wish,
  facts: readonly EpisodeFact[],
): Promise<{ episodes?: readonly { episode: number; name?: string; here?: boolean }[] }> => {
  const [season, another] = seasonsOf(wish)
  if (season === undefined || another !== undefined || wish.future) return {}
  const named = await ctx.deps.titles.episodes(title, season, ctx.actor.locale)
  const here = new Set(
    facts.filter((fact) => fact.season === season && fact.here).map(({ episode }) => episode),
  )
  return { episodes: named.map((one) => ({ ...one, here: here.has(one.episode) })) }
}

/** The card of a show as it stands now, with what `choose` makes of it chosen; `isPicked`: in the select itself. */
export const showCardNow = async (
  ctx: Context,
  ref: TitleRef,
  choose: Choose,
  isPicked = false,
): Promise<Reply> => {
  const { deps, say } = ctx
  const found = await lookUp(ctx, ref)
  if (found === undefined) return refuse({ code: 'title-unknown' })
  const { id, title } = found
  const [claims, facts, instance4k] = await Promise.all([
    listClaims(deps.db, id, 'standard'),
    deps.showFacts(title),
    findDefaultInstance(deps.db, 'sonarr', '4k'),
  ])
  const standings = seasonStandings(title.seasons ?? [], facts ?? [], claims, deps.clock.now())
  const chosen = choose({ title, standings })
  if ('code' in chosen) return refuse(chosen)
  const poster = posterUrl(deps.imageUrl, title)
  return show(
    showCard(
      {
        title,
        ref,
        standings,
        known: facts !== undefined,
        chosen,
        isPicked,
        ...(await episodesFor(ctx, title, chosen, facts ?? [])),
        has4k: instance4k !== undefined,
        ...(poster === undefined ? {} : { posterUrl: poster }),
      },
      say,
    ),
  )
}
