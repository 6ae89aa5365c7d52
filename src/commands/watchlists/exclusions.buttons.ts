import { includeTitle } from '../../actions/watchlists/exclude-title.ts'
import { pageExclusions } from '../../db/queries/exclusions.ts'
import { findDiscordAccount } from '../../db/queries/people.ts'
import { findTitle } from '../../db/queries/titles.ts'
import { ids } from '../../views/ids.ts'
import type { MessageBody } from '../../views/kit/message.ts'
import { exclusionsPage } from '../../views/watchlists/exclusions-page.ts'
import { type Context, defineComponent, refuse, show, update } from '../define.ts'
import { pageWithin } from '../page.ts'
import { adminHere } from './whose.ts'

const PAGE = 7

const pageNow = async (ctx: Context, wanted: number): Promise<MessageBody> => {
  const { deps, actor, say } = ctx
  const personId = (await findDiscordAccount(deps.db, actor.discordId))?.personId ?? ''
  const { rows, page, pages } = await pageWithin(wanted, PAGE, (at, size) =>
    pageExclusions(deps.db, personId, at, size),
  )
  const views = await Promise.all(
    rows.map(async (row) => ({ ...row, title: (await findTitle(deps.db, row.titleId))?.title })),
  )
  return exclusionsPage(
    {
      rows: views.flatMap(({ title, ...row }) => (title === undefined ? [] : [{ ...row, title }])),
      page,
      pages,
      isAdmin: adminHere(ctx),
    },
    say,
  )
}

/** `Exclusions`: what is never asked for from the reader's watchlist. */
export const showExclusionsButton = defineComponent({
  id: ids.showExclusions,
  ack: 'show',
  allow: 'member',
  run: async (ctx) => show(await pageNow(ctx, 0)),
})

export const exclusionsButton = defineComponent({
  id: ids.exclusions,
  ack: 'update',
  allow: 'member',
  run: async (ctx, { page }) => update(await pageNow(ctx, page)),
})

/** `Include again` beside one of them. */
export const includeTitleButton = defineComponent({
  id: ids.includeTitle,
  ack: 'update',
  allow: 'member',
  run: async (ctx, { titleId, scope, page }) => {
    const outcome = await includeTitle(ctx.deps, ctx.actor, { titleId, forAll: scope === 'all' })
    return outcome.ok ? update(await pageNow(ctx, page)) : refuse(outcome.refusal)
  },
})
