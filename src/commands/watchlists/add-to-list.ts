import { addToList } from '../../actions/watchlists/change-list.ts'
import { findTitle } from '../../db/queries/titles.ts'
import { isSignedIn } from '../../domain/people/sign-in.ts'
import { readRef, type TitleRef } from '../../domain/titles/title.ts'
import { ids } from '../../views/ids.ts'
import { resultsPicker } from '../../views/request/results-picker.ts'
import { type Context, defineComponent, type Reply, refuse, show, update } from '../define.ts'
import { lookUp } from '../request/look-up.ts'
import { itemPageNow, lookAtItem } from './view-item.ts'
import { ownAccount } from './whose.ts'

const SEARCH_MS = 8_000

/** Puts a title on the member's own list at Plex, notes it, and shows how it stands. */
const add = async (ctx: Context, titleId: string): Promise<Reply> => {
  const { deps, actor } = ctx
  const account = await ownAccount(ctx)
  const stored = await findTitle(deps.db, titleId)
  if (stored === undefined) return refuse({ code: 'title-unknown' })
  if (account === undefined) return refuse({ code: 'no-own-sign-in' })
  const changed = await deps.plexList.add(account.plexId, stored.title)
  if (changed === 'no-sign-in') return refuse({ code: 'no-own-sign-in' })
  if (changed === 'unknown') return refuse({ code: 'not-at-plex' })
  const noted = await addToList(deps, actor, { titleId, plexKey: changed.plexKey })
  if (!noted.ok) return refuse(noted.refusal)
  const page = await itemPageNow(ctx, noted.value)
  return page.ok ? show(page.value) : refuse(page.refusal)
}

const addRef = async (ctx: Context, ref: TitleRef): Promise<Reply> => {
  const found = await lookUp(ctx, ref)
  return found === undefined ? refuse({ code: 'title-unknown' }) : add(ctx, found.id)
}

const inPlace = (reply: Reply): Reply => (reply.kind === 'show' ? update(reply.body) : reply)

/** What was typed or picked for `add`: a title, or a text that may mean several. */
export const addTyped = async (ctx: Context, typed: string): Promise<Reply> => {
  if (!isSignedIn(await ownAccount(ctx))) return refuse({ code: 'no-own-sign-in' })
  const ref = readRef(typed)
  if (ref !== undefined) return addRef(ctx, ref)
  const options = { locale: ctx.actor.locale, deadlineMs: SEARCH_MS }
  const candidates = await ctx.deps.titles.search(typed, options)
  const [only] = candidates
  if (only === undefined) return refuse({ code: 'nothing-found', query: typed })
  if (candidates.length === 1) return addRef(ctx, only.ref)
  return show(resultsPicker({ query: typed, candidates, id: ids.pickToAdd }, ctx.say))
}

/** One of the titles that the text may have meant was picked. */
export const pickToAddSelect = defineComponent({
  id: ids.pickToAdd,
  ack: 'update',
  slow: true,
  allow: 'member',
  run: async (ctx, _, [picked = '']) => {
    const ref = readRef(picked)
    return ref === undefined ? refuse({ code: 'title-unknown' }) : inPlace(await addRef(ctx, ref))
  },
})

/** `Put back`: undoes `Remove`. */
export const putBackButton = defineComponent({
  id: ids.putBack,
  ack: 'update',
  slow: true,
  allow: 'member',
  run: async (ctx, { itemId }) => {
    const looked = await lookAtItem(ctx, itemId)
    if (!looked.ok) return refuse(looked.refusal)
    if (!looked.value.mine) return refuse({ code: 'other-list' })
    return inPlace(await add(ctx, looked.value.item.titleId))
  },
})
