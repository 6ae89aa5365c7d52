import { keepTitle } from '../../actions/requests/keep-title.ts'
import { listFollowers } from '../../db/queries/followers.ts'
import { findDiscordAccount } from '../../db/queries/people.ts'
import { posterUrl } from '../../db/queries/request-view.ts'
import { findLatestRequest } from '../../db/queries/requests.ts'
import { findTitleByRef } from '../../db/queries/titles.ts'
import { isOpen } from '../../domain/requests/request.ts'
import type { Title, TitleRef } from '../../domain/titles/title.ts'
import { DAY } from '../../platform/clock.ts'
import { askCard, type Standing } from '../../views/request/ask-card.ts'
import { type Context, type Reply, refuse, show } from '../define.ts'

/** Facts older than this are fetched again before they are shown. */
const FRESH_MS = DAY

/** The title behind a ref and its row's id: from the database while fresh, else from outside, and then kept. */
const lookUp = async (ctx: Context, ref: TitleRef): Promise<{ id: string; title: Title } | undefined> => {
  const { deps, actor } = ctx
  const stored = await findTitleByRef(deps.db, ref)
  if (stored !== undefined && stored.fetchedAt > deps.clock.now() - FRESH_MS) return stored
  const title = await deps.titles.details(ref, actor.locale).catch((error: unknown) => {
    if (stored === undefined) throw error
    return stored.title
  })
  if (title === undefined) return stored
  const kept = await keepTitle(deps, actor, { title })
  return kept.ok ? { id: kept.value, title } : undefined
}

const standingOf = async (ctx: Context, titleId: string, title: Title): Promise<Standing> => {
  const { deps, actor } = ctx
  const latest = await findLatestRequest(deps.db, titleId)
  if (latest !== undefined && isOpen(latest.state)) {
    const followers = await listFollowers(deps.db, latest.id)
    const person = (await findDiscordAccount(deps.db, actor.discordId))?.personId
    const mine = followers.some((follower) => follower.personId === person)
    const askers = followers.map((follower) => follower.discordId)
    return { what: mine ? 'asked-by-you' : 'asked', requestId: latest.id, askers }
  }
  const existence = await deps.existence(title)
  if (existence === 'here') return { what: 'here' }
  if (existence === 'unknown' && latest?.state !== 'denied') return { what: 'unknown' }
  if (latest?.state === 'denied')
    return { what: 'denied-before', ...(latest.reason === undefined ? {} : { reason: latest.reason }) }
  return { what: 'open' }
}

/** The card on which a member decides whether to ask. */
export const showAskCard = async (ctx: Context, ref: TitleRef): Promise<Reply> => {
  const found = await lookUp(ctx, ref)
  if (found === undefined) return refuse({ code: 'title-unknown' })
  const { title, id } = found
  const poster = posterUrl(ctx.deps.imageUrl, title)
  const standing = await standingOf(ctx, id, title)
  const now = ctx.deps.clock.now()
  return show(
    askCard({ title, ref, standing, now, ...(poster === undefined ? {} : { posterUrl: poster }) }, ctx.say),
  )
}
