import {
  ApplicationCommandOptionType,
  ApplicationIntegrationType,
  InteractionContextType,
} from 'discord-api-types/v10'
import { z } from 'zod'
import { findDiscordAccount } from '../../db/queries/people.ts'
import { viewRequest } from '../../db/queries/request-view.ts'
import { pageRequests } from '../../db/queries/requests.ts'
import { isApprover } from '../../domain/people/policy.ts'
import { done, type Outcome, refused } from '../../domain/refusals.ts'
import type { RequestState } from '../../domain/requests/request.ts'
import { ids } from '../../views/ids.ts'
import type { MessageBody } from '../../views/kit/message.ts'
import { requestsList } from '../../views/requests/requests-list.ts'
import { type Context, defineCommand, defineComponent, refuse, show, update } from '../define.ts'
import { pageWithin } from '../page.ts'

const PAGE = 6

/** How people think of states, and which those are. */
const GROUPS = {
  waiting: ['evaluating', 'pending'],
  coming: ['approved', 'added', 'downloading'],
  ready: ['available'],
  over: ['denied', 'refused', 'cancelled', 'removed'],
} as const satisfies Record<string, readonly RequestState[]>

const group = z.enum(['waiting', 'coming', 'ready', 'over']).optional()
type Group = z.infer<typeof group>

/** Which requests: everybody's for approvers, one's own for others; `member` is for approvers to narrow it. */
type Which = Readonly<{ page: number; state?: Group; member?: string | undefined }>

const listNow = async (
  ctx: Context,
  { page: wanted, state, member }: Which,
): Promise<Outcome<MessageBody>> => {
  const { deps, actor, home, say } = ctx
  const approves = home !== undefined && isApprover(actor, home)
  if (member !== undefined && member !== actor.discordId && !approves)
    return refused({ code: 'others-hidden' })
  const all = approves && member === undefined
  const personId = (await findDiscordAccount(deps.db, member ?? actor.discordId))?.personId ?? ''
  const filter = { ...(all ? {} : { personId }), ...(state === undefined ? {} : { states: GROUPS[state] }) }
  const { rows, ...place } = await pageWithin(wanted, PAGE, (page, size) =>
    pageRequests(deps.db, filter, page, size),
  )
  const views = await Promise.all(rows.map((request) => viewRequest(deps.db, request, deps.imageUrl)))
  const shown = {
    ...(state === undefined ? {} : { state }),
    ...(member === undefined ? {} : { member }),
    everybody: all,
  }
  return done(requestsList({ rows: views, ...place, ...shown }, say))
}

/** `/requests`: one's own; approvers see everybody's. */
export const requestsCommand = defineCommand({
  data: {
    name: 'requests',
    description: 'See what was asked for and how it stands',
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
    integration_types: [ApplicationIntegrationType.GuildInstall],
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'state',
        description: 'Only those that stand like this',
        choices: [
          { name: 'waiting', value: 'waiting' },
          { name: 'coming', value: 'coming' },
          { name: 'ready', value: 'ready' },
          { name: 'over', value: 'over' },
        ],
      },
      {
        type: ApplicationCommandOptionType.User,
        name: 'member',
        description: 'Only theirs (for approvers)',
      },
    ],
  },
  ack: 'show',
  allow: 'member',
  input: z.object({ state: group, member: z.string().optional() }),
  run: async (ctx, { state, member }) => {
    const list = await listNow(ctx, { page: 0, state, member })
    return list.ok ? show(list.value) : refuse(list.refusal)
  },
})

/** The list's next and previous pages. */
export const requestsPageButton = defineComponent({
  id: ids.requestsPage,
  ack: 'update',
  allow: 'member',
  run: async (ctx, { page, state, member }) => {
    const list = await listNow(ctx, { page, state, member })
    return list.ok ? update(list.value) : refuse(list.refusal)
  },
})
