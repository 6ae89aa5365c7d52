import {
  ApplicationCommandOptionType,
  ApplicationIntegrationType,
  InteractionContextType,
} from 'discord-api-types/v10'
import { z } from 'zod'
import { syncNow } from '../../actions/watchlists/sync-now.ts'
import { findDiscordAccount } from '../../db/queries/people.ts'
import { findPlexAccountOf } from '../../db/queries/plex-accounts.ts'
import { countItems, pageItems } from '../../db/queries/watch-items.ts'
import { done, type Outcome } from '../../domain/refusals.ts'
import { ITEM_FILTERS, type ItemFilter } from '../../domain/watchlists/item.ts'
import { ids } from '../../views/ids.ts'
import type { MessageBody } from '../../views/kit/message.ts'
import { mention } from '../../views/kit/people.ts'
import { choicesFor } from '../../views/request/choices.ts'
import {
  noListOfPage,
  noListPage,
  syncingReply,
  watchlistPage,
} from '../../views/watchlists/watchlist-page.ts'
import { type Context, defineCommand, defineComponent, type Reply, refuse, show, update } from '../define.ts'
import { pageWithin } from '../page.ts'
import { addTyped } from './add-to-list.ts'
import { viewItem } from './view-item.ts'
import { adminHere, lookAtList, ownAccount, standingNow, whoseName } from './whose.ts'

const PAGE = 6
const COMPLETE_MS = 1_500

type Which = Readonly<{ plexId: string; filter: ItemFilter; page: number }>

const pageNow = async (
  ctx: Context,
  { plexId, filter, page: wanted }: Which,
): Promise<Outcome<MessageBody>> => {
  const { deps, say } = ctx
  const looked = await lookAtList(ctx, plexId)
  if (!looked.ok) return looked
  const { account, list, mine } = looked.value
  const { items, page, pages } = await pageWithin(wanted, PAGE, (at, size) =>
    pageItems(deps.db, plexId, filter, at, size),
  )
  const rows = await Promise.all(items.map((item) => viewItem(ctx, item)))
  const counts = await countItems(deps.db, plexId)
  return done(
    watchlistPage(
      {
        plexId,
        ...(mine ? {} : { who: await whoseName(ctx, account) }),
        rows: rows.filter((row) => row !== undefined),
        filter,
        page,
        pages,
        all: Object.values(counts).reduce((sum, count) => sum + count, 0),
        before: counts.before ?? 0,
        standing: await standingNow(ctx, list),
        isAdmin: adminHere(ctx),
      },
      say,
    ),
  )
}

const replyWith = (page: Outcome<MessageBody>, how: typeof show): Reply =>
  page.ok ? how(page.value) : refuse(page.refusal)

/** The list of another member, for admins. */
const showOf = async (ctx: Context, discordId: string, filter: ItemFilter): Promise<Reply> => {
  if (!adminHere(ctx)) return refuse({ code: 'other-list' })
  const discord = await findDiscordAccount(ctx.deps.db, discordId)
  const account = discord && (await findPlexAccountOf(ctx.deps.db, discord.personId))
  if (account === undefined) return show(noListOfPage(mention(discordId), ctx.say))
  return replyWith(await pageNow(ctx, { plexId: account.plexId, filter, page: 0 }), show)
}

/** `/watchlist`: what stands on one's Plex watchlist and what became of it; with `add`, puts something on it. */
export const watchlistCommand = defineCommand({
  data: {
    name: 'watchlist',
    description: 'See your Plex watchlist and what becomes of it, or add to it',
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
    integration_types: [ApplicationIntegrationType.GuildInstall],
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'add',
        description: 'Put this on your Plex watchlist: start typing, then pick one',
        autocomplete: true,
        max_length: 200,
      },
      {
        type: ApplicationCommandOptionType.String,
        name: 'show',
        description: 'Only a part of it',
        choices: [
          { name: 'all', value: 'all' },
          { name: 'asked for', value: 'asked' },
          { name: 'not asked for', value: 'not-asked' },
          { name: 'from before', value: 'before' },
        ],
      },
      {
        type: ApplicationCommandOptionType.User,
        name: 'member',
        description: 'Theirs instead (for admins)',
      },
    ],
  },
  ack: 'show',
  slow: true,
  allow: 'member',
  input: z.object({
    add: z.string().trim().max(400).optional(),
    show: z.enum(ITEM_FILTERS).default('all'),
    member: z.string().optional(),
  }),
  run: async (ctx, { add, show: filter, member }) => {
    if (member !== undefined && member !== ctx.actor.discordId) return showOf(ctx, member, filter)
    const own = await ownAccount(ctx)
    if (own === undefined) return show(noListPage(ctx.say))
    if (add !== undefined && add !== '') return addTyped(ctx, add)
    return replyWith(await pageNow(ctx, { plexId: own.plexId, filter, page: 0 }), show)
  },
  complete: async ({ deps, actor }, _, focused) => {
    const text = focused.trim()
    if (text === '') return []
    return choicesFor(await deps.titles.search(text, { locale: actor.locale, deadlineMs: COMPLETE_MS }))
  },
})

/** The list's next and previous pages, and the way back to it. */
export const watchlistButton = defineComponent({
  id: ids.watchlist,
  ack: 'update',
  allow: 'member',
  run: async (ctx, which) => replyWith(await pageNow(ctx, which), update),
})

/** `Watchlist` of a member's page. */
export const showWatchlistButton = defineComponent({
  id: ids.showWatchlist,
  ack: 'show',
  allow: 'member',
  run: async (ctx, { plexId }) => replyWith(await pageNow(ctx, { plexId, filter: 'all', page: 0 }), show),
})

/** `Sync now`: has the list looked at, and walked through. */
export const syncNowButton = defineComponent({
  id: ids.syncNow,
  ack: 'show',
  allow: 'member',
  run: async ({ deps, actor, say }, { plexId }) => {
    const outcome = await syncNow(deps, actor, { plexId })
    return outcome.ok ? show(syncingReply(say)) : refuse(outcome.refusal)
  },
})
