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
import type { RequestState } from '../../domain/requests/request.ts'
import { ids } from '../../views/ids.ts'
import type { MessageBody } from '../../views/kit/message.ts'
import { requestsList } from '../../views/requests/requests-list.ts'
import { type Context, defineCommand, defineComponent, show, update } from '../define.ts'

const PAGE = 6

/** How people think of states, and which those are. */
const GROUPS = {
  waiting: ['evaluating', 'pending'],
  coming: ['approved', 'added', 'downloading'],
  ready: ['available'],
  over: ['denied', 'refused', 'cancelled'],
} as const satisfies Record<string, readonly RequestState[]>

const group = z.enum(['waiting', 'coming', 'ready', 'over']).optional()
type Group = z.infer<typeof group>

const listNow = async (ctx: Context, page: number, state: Group): Promise<MessageBody> => {
  const { deps, actor, home, say } = ctx
  const all = home !== undefined && isApprover(actor, home)
  const personId = (await findDiscordAccount(deps.db, actor.discordId))?.personId ?? ''
  const filter = { ...(all ? {} : { personId }), ...(state === undefined ? {} : { states: GROUPS[state] }) }
  const { rows, total } = await pageRequests(deps.db, filter, page, PAGE)
  const views = await Promise.all(rows.map((request) => viewRequest(deps.db, request, deps.imageUrl)))
  const pages = Math.max(1, Math.ceil(total / PAGE))
  return requestsList(
    { rows: views, page, pages, total, ...(state === undefined ? {} : { state }), everybody: all },
    say,
  )
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
    ],
  },
  ack: 'show',
  allow: 'member',
  input: z.object({ state: group }),
  run: async (ctx, { state }) => show(await listNow(ctx, 0, state)),
})

/** The list's next and previous pages. */
export const requestsPageButton = defineComponent({
  id: ids.requestsPage,
  ack: 'update',
  allow: 'member',
  run: async (ctx, { page, state }) => update(await listNow(ctx, page, group.catch(undefined).parse(state))),
})
