import { findMember, type MemberRow } from '../../db/queries/members.ts'
import { countItems } from '../../db/queries/watch-items.ts'
import { findList } from '../../db/queries/watch-lists.ts'
import { done, type Outcome, refused } from '../../domain/refusals.ts'
import type { MessageBody } from '../../views/kit/message.ts'
import { memberPage } from '../../views/members/member-page.ts'
import type { MemberView } from '../../views/members/member-text.ts'
import type { Context } from '../define.ts'
import { standingNow } from '../watchlists/whose.ts'

/** Somebody as a view shows them. */
export const viewMember = (row: MemberRow): MemberView => ({
  plexId: row.plexId,
  username: row.username,
  relation: row.relation,
  discordIds: row.discordIds,
  isSynced: row.syncs === 1,
  needsApproval: row.needsApproval === 1,
  suspendedAt: row.suspendedAt,
  isRefused: row.tokenRefusedAt !== null,
  isHidden: row.access === 'hidden',
  hasList: row.access !== null,
})

/** The page of one of the people. */
export const memberPageNow = async (ctx: Context, plexId: string): Promise<Outcome<MessageBody>> => {
  const { db } = ctx.deps
  const row = await findMember(db, plexId)
  if (row === undefined) return refused({ code: 'list-gone' })
  const list = await findList(db, plexId)
  return done(
    memberPage(
      {
        member: viewMember(row),
        counts: await countItems(db, plexId),
        ...(row.title === null || row.title === row.username ? {} : { title: row.title }),
        ...(list === undefined ? {} : { standing: await standingNow(ctx, list) }),
      },
      ctx.say,
    ),
  )
}
