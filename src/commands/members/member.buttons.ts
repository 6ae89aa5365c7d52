import { linkByHand } from '../../actions/people/link-by-hand.ts'
import { choosePeople } from '../../actions/watchlists/choose-watching.ts'
import { findHomeLocale } from '../../db/queries/people.ts'
import type { MemberChange } from '../../domain/watchlists/members.ts'
import { ids } from '../../views/ids.ts'
import { type Context, defineComponent, type Reply, refuse, show, update } from '../define.ts'
import { memberPageNow } from './view-member.ts'

/** A choice as the action takes it. */
export const choiceOf = (choice: MemberChange): { syncs: boolean } | { needsApproval: boolean } =>
  choice === 'sync' || choice === 'no-sync'
    ? { syncs: choice === 'sync' }
    : { needsApproval: choice === 'approval' }

const pageAs = async (ctx: Context, plexId: string, how: typeof show): Promise<Reply> => {
  const page = await memberPageNow(ctx, plexId)
  return page.ok ? how(page.value) : refuse(page.refusal)
}

/** `Open`: one of the people. */
export const openMemberButton = defineComponent({
  id: ids.openMember,
  ack: 'show',
  allow: 'admin',
  run: (ctx, { plexId }) => pageAs(ctx, plexId, show),
})

/** `Stop syncing`, `Needs approval` and their opposites, for one person. */
export const chooseMemberButton = defineComponent({
  id: ids.chooseMember,
  ack: 'update',
  allow: 'admin',
  run: async (ctx, { plexId, choice }) => {
    const outcome = await choosePeople(ctx.deps, ctx.actor, { plexIds: [plexId], ...choiceOf(choice) })
    return outcome.ok ? pageAs(ctx, plexId, update) : refuse(outcome.refusal)
  },
})

/** `Link to a member`: an admin says whose Plex account it is. */
export const linkMemberSelect = defineComponent({
  id: ids.linkMember,
  ack: 'update',
  allow: 'admin',
  run: async (ctx, { plexId }, [discordId = '']) => {
    const { deps, actor, home } = ctx
    // Nobody knows the other's language before they say something themselves.
    const locale = await findHomeLocale(deps.db, home)
    const outcome = await linkByHand(deps, actor, { plexId, discordId, locale })
    return outcome.ok ? pageAs(ctx, plexId, update) : refuse(outcome.refusal)
  },
})
