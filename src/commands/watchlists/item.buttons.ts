import { askItem } from '../../actions/watchlists/ask-items.ts'
import { removeFromList } from '../../actions/watchlists/change-list.ts'
import { excludeTitle, includeTitle } from '../../actions/watchlists/exclude-title.ts'
import { findTitle } from '../../db/queries/titles.ts'
import { ids } from '../../views/ids.ts'
import { type Context, defineComponent, type Reply, refuse, show, update } from '../define.ts'
import { itemPageNow, lookAtItem } from './view-item.ts'

/** The page again, as it stands after what was pressed. */
const again = async (ctx: Context, itemId: string): Promise<Reply> => {
  const page = await itemPageNow(ctx, itemId)
  return page.ok ? update(page.value) : refuse(page.refusal)
}

/** `Open`: one thing on a list. */
export const openItemButton = defineComponent({
  id: ids.openItem,
  ack: 'show',
  allow: 'member',
  run: async (ctx, { itemId }) => {
    const page = await itemPageNow(ctx, itemId)
    return page.ok ? show(page.value) : refuse(page.refusal)
  },
})

/** `Request`: asks for what was not asked for by itself, or came to nothing. */
export const askItemButton = defineComponent({
  id: ids.askItem,
  ack: 'update',
  allow: 'member',
  run: async (ctx, { itemId }) => {
    const outcome = await askItem(ctx.deps, ctx.actor, { itemId })
    return outcome.ok ? again(ctx, itemId) : refuse(outcome.refusal)
  },
})

/** `Remove`: takes it off the member's own list at Plex. */
export const removeItemButton = defineComponent({
  id: ids.removeItem,
  ack: 'update',
  slow: true,
  allow: 'member',
  run: async (ctx, { itemId }) => {
    const { deps, actor } = ctx
    const looked = await lookAtItem(ctx, itemId)
    if (!looked.ok) return refuse(looked.refusal)
    const { item, mine } = looked.value
    if (!mine) return refuse({ code: 'other-list' })
    const stored = await findTitle(deps.db, item.titleId)
    if (stored === undefined) return refuse({ code: 'item-gone' })
    const changed = await deps.plexList.remove(item.plexId, stored.title)
    if (changed === 'no-sign-in') return refuse({ code: 'no-own-sign-in' })
    if (changed === 'unknown') return refuse({ code: 'not-at-plex' })
    const outcome = await removeFromList(deps, actor, { itemId })
    return outcome.ok ? again(ctx, itemId) : refuse(outcome.refusal)
  },
})

const changeExclusion =
  (change: typeof excludeTitle) =>
  async (ctx: Context, { itemId, scope }: { itemId: string; scope: 'own' | 'all' }): Promise<Reply> => {
    const looked = await lookAtItem(ctx, itemId)
    if (!looked.ok) return refuse(looked.refusal)
    const forAll = scope === 'all'
    if (!forAll && !looked.value.mine) return refuse({ code: 'other-list' })
    const outcome = await change(ctx.deps, ctx.actor, { titleId: looked.value.item.titleId, forAll })
    return outcome.ok ? again(ctx, itemId) : refuse(outcome.refusal)
  }

/** `Exclude` and `Exclude for all`. */
export const excludeItemButton = defineComponent({
  id: ids.excludeItem,
  ack: 'update',
  allow: 'member',
  run: changeExclusion(excludeTitle),
})

/** `Include again` and `Include for all`. */
export const includeItemButton = defineComponent({
  id: ids.includeItem,
  ack: 'update',
  allow: 'member',
  run: changeExclusion(includeTitle),
})
