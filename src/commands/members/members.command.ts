import {
  ApplicationCommandOptionType,
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
} from 'discord-api-types/v10'
import { z } from 'zod'
import { pageMembers } from '../../db/queries/members.ts'
import { MEMBER_FILTERS, readFind } from '../../domain/watchlists/members.ts'
import { ids } from '../../views/ids.ts'
import type { MessageBody } from '../../views/kit/message.ts'
import { membersList, type Shown } from '../../views/members/members-list.ts'
import { type Context, defineCommand, defineComponent, show, update } from '../define.ts'
import { pageWithin } from '../page.ts'
import { viewMember } from './view-member.ts'

const PAGE = 7

const listNow = async (
  { deps, say }: Context,
  { page: wanted, ...shown }: Shown & Readonly<{ page: number }>,
): Promise<MessageBody> => {
  const query = queryOf(shown)
  const { rows, ...place } = await pageWithin(wanted, PAGE, (page, size) =>
    pageMembers(deps.db, query, page, size),
  )
  return membersList({ rows: rows.map(viewMember), shown, ...place }, say)
}

/** What the ledger is asked for, by what is shown. */
export const queryOf = ({ members, find }: Shown) => ({
  filter: members,
  ...(find === undefined ? {} : { find }),
})

/** `/members`: everybody whom Plex named or who linked, and what holds for them. */
export const membersCommand = defineCommand({
  data: {
    name: 'members',
    description: 'See whose Plex watchlists are read, and change what holds for them',
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
    integration_types: [ApplicationIntegrationType.GuildInstall],
    default_member_permissions: String(PermissionFlagsBits.ManageGuild),
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'find',
        description: 'Only people with this in their name at Plex',
        max_length: 24,
      },
      {
        type: ApplicationCommandOptionType.String,
        name: 'show',
        description: 'Only those who stand like this',
        choices: [
          { name: 'all', value: 'all' },
          { name: 'synced', value: 'synced' },
          { name: 'off', value: 'off' },
          { name: 'not linked', value: 'not-linked' },
          { name: 'suspended', value: 'suspended' },
        ],
      },
    ],
  },
  ack: 'show',
  allow: 'admin',
  input: z.object({ find: z.string().optional(), show: z.enum(MEMBER_FILTERS).default('all') }),
  run: async (ctx, { find: typed, show: members }) => {
    const find = typed === undefined ? undefined : readFind(typed)
    return show(await listNow(ctx, { page: 0, members, ...(find === undefined ? {} : { find }) }))
  },
})

/** The list's next and previous pages, and the way back to it. */
export const membersButton = defineComponent({
  id: ids.members,
  ack: 'update',
  allow: 'admin',
  run: async (ctx, { page, members, find }) =>
    update(await listNow(ctx, { page, members, ...(find === undefined ? {} : { find }) })),
})
