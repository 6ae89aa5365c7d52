import { permitOf } from '../../actions/watchlists/consider-item.ts'
import { exclusionsOf } from '../../db/queries/exclusions.ts'
import { findRequestView, posterUrl } from '../../db/queries/request-view.ts'
import { findTitle } from '../../db/queries/titles.ts'
import { findItem, type WatchItem } from '../../db/queries/watch-items.ts'
import { done, type Outcome, refused } from '../../domain/refusals.ts'
import { whyNotAllowed } from '../../domain/watchlists/consider.ts'
import type { MessageBody } from '../../views/kit/message.ts'
import { itemPage } from '../../views/watchlists/item-page.ts'
import type { ItemView } from '../../views/watchlists/item-text.ts'
import type { Context } from '../define.ts'
import { adminHere, type Looked, lookAtList } from './whose.ts'

/** Completes an item with its title and what came of it. */
export const viewItem = async (
  { deps }: Pick<Context, 'deps'>,
  item: WatchItem,
): Promise<ItemView | undefined> => {
  const stored = await findTitle(deps.db, item.titleId)
  if (stored === undefined) return undefined
  const request =
    item.requestId === null ? undefined : await findRequestView(deps.db, item.requestId, deps.imageUrl)
  const poster = posterUrl(deps.imageUrl, stored.title)
  return {
    item,
    title: stored.title,
    ...(request === undefined ? {} : { request }),
    ...(poster === undefined ? {} : { posterUrl: poster }),
  }
}

/** An item for a reader who may see the list that it stands on. */
export const lookAtItem = async (
  ctx: Context,
  itemId: string,
): Promise<Outcome<Looked & Readonly<{ item: WatchItem }>>> => {
  const item = await findItem(ctx.deps.db, itemId)
  if (item === undefined) return refused({ code: 'item-gone' })
  const looked = await lookAtList(ctx, item.plexId)
  return looked.ok ? done({ ...looked.value, item }) : looked
}

/** The page of one thing on a list. */
export const itemPageNow = async (ctx: Context, itemId: string): Promise<Outcome<MessageBody>> => {
  const looked = await lookAtItem(ctx, itemId)
  if (!looked.ok) return looked
  const { item, account, mine } = looked.value
  const view = await viewItem(ctx, item)
  if (view === undefined) return refused({ code: 'item-gone' })
  const excluded = await exclusionsOf(ctx.deps.db, item.titleId, account.personId)
  const obstacle = whyNotAllowed(await permitOf(ctx.deps.db, account, item.titleId))
  return done(
    itemPage(
      { view, mine, isAdmin: adminHere(ctx), excluded, ...(obstacle === undefined ? {} : { obstacle }) },
      ctx.say,
    ),
  )
}
