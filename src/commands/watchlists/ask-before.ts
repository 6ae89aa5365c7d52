import { askBefore } from '../../actions/watchlists/ask-items.ts'
import { findTitle } from '../../db/queries/titles.ts'
import { pageItems } from '../../db/queries/watch-items.ts'
import { ids } from '../../views/ids.ts'
import { beforeDone, beforePreview } from '../../views/watchlists/before-page.ts'
import { type Context, defineComponent, type Reply, refuse, update } from '../define.ts'
import { lookAtList, whoseName } from './whose.ts'

const SHOWN = 10

const previewNow = async (ctx: Context, plexId: string): Promise<Reply> => {
  const looked = await lookAtList(ctx, plexId)
  if (!looked.ok) return refuse(looked.refusal)
  const { db } = ctx.deps
  const { items, total } = await pageItems(db, plexId, 'before', 0, SHOWN)
  const titles = await Promise.all(items.map(async ({ titleId }) => (await findTitle(db, titleId))?.title))
  return update(
    beforePreview(
      {
        plexId,
        who: await whoseName(ctx, looked.value.account),
        count: total,
        titles: titles.filter((title) => title !== undefined),
      },
      ctx.say,
    ),
  )
}

/** `Ask for all from before`: shows first what that means. */
export const askBeforeButton = defineComponent({
  id: ids.askBefore,
  ack: 'update',
  allow: 'admin',
  run: (ctx, { plexId }) => previewNow(ctx, plexId),
})

/** It was confirmed, of so many; of another number it is shown anew. */
export const askBeforeNowButton = defineComponent({
  id: ids.askBeforeNow,
  ack: 'update',
  allow: 'admin',
  run: async (ctx, { plexId, count }) => {
    const { total } = await pageItems(ctx.deps.db, plexId, 'before', 0, 1)
    if (total !== count) return previewNow(ctx, plexId)
    // What a long list is left with when this breaks off still stands there from before, and can be asked for.
    for (let asked = 0; ; ) {
      const outcome = await askBefore(ctx.deps, ctx.actor, { plexId })
      if (!outcome.ok) return refuse(outcome.refusal)
      if (outcome.value === 0) return update(beforeDone({ plexId, count: asked }, ctx.say))
      asked += outcome.value
    }
  },
})
