import { listFollowers } from '../../db/queries/followers.ts'
import { findDefaultInstance } from '../../db/queries/instances.ts'
import { findDiscordAccount } from '../../db/queries/people.ts'
import { posterUrl } from '../../db/queries/request-view.ts'
import { findLatestRequest } from '../../db/queries/requests.ts'
import { isOpen } from '../../domain/requests/request.ts'
import type { Title, TitleRef } from '../../domain/titles/title.ts'
import { askCard, type Standing } from '../../views/request/ask-card.ts'
import { type Context, type Reply, refuse, show } from '../define.ts'
import { type KeptTitle, lookUp } from './look-up.ts'
import { firstWish, showCardNow } from './show-card.ts'

const standingOf = async (ctx: Context, titleId: string, title: Title): Promise<Standing> => {
  const { deps, actor } = ctx
  const latest = await findLatestRequest(deps.db, titleId, 'standard')
  if (latest !== undefined && isOpen(latest.state)) {
    const followers = await listFollowers(deps.db, latest.id)
    const person = (await findDiscordAccount(deps.db, actor.discordId))?.personId
    const mine = followers.some((follower) => follower.personId === person)
    return { what: mine ? 'asked-by-you' : 'asked', requestId: latest.id, askers: followers }
  }
  const existence = await deps.existence(title)
  if (existence === 'here') return { what: 'here' }
  if (existence === 'unknown' && latest?.state !== 'denied') return { what: 'unknown' }
  if (latest?.state === 'denied')
    return { what: 'denied-before', ...(latest.reason === undefined ? {} : { reason: latest.reason }) }
  return { what: 'open' }
}

const filmCard = async (ctx: Context, ref: TitleRef, { id, title }: KeptTitle): Promise<Reply> => {
  const { deps, say } = ctx
  const poster = posterUrl(deps.imageUrl, title)
  const standing = await standingOf(ctx, id, title)
  const has4k = (await findDefaultInstance(deps.db, 'radarr', '4k')) !== undefined
  const now = deps.clock.now()
  return show(
    askCard(
      { title, ref, standing, has4k, now, ...(poster === undefined ? {} : { posterUrl: poster }) },
      say,
    ),
  )
}

/** The card on which a member decides whether to ask, and of a show, for what. */
export const showAskCard = async (ctx: Context, ref: TitleRef): Promise<Reply> => {
  const found = await lookUp(ctx, ref)
  if (found === undefined) return refuse({ code: 'title-unknown' })
  if (found.title.kind === 'film') return filmCard(ctx, ref, found)
  return showCardNow(ctx, ref, firstWish)
}
