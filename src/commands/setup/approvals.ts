import { z } from 'zod'
import { type ApprovalsChoice, chooseApprovals } from '../../actions/setup/choose-approvals.ts'
import { findHome } from '../../db/queries/home.ts'
import { denyReasons } from '../../views/approvals/deny-reasons.ts'
import { ids } from '../../views/ids.ts'
import { approvalsPage } from '../../views/setup/approvals-page.ts'
import { LONGEST_REASON, MOST_REASONS, reasonsModal } from '../../views/setup/reasons-modal.ts'
import { type Context, defineComponent, defineModal, modal, type Reply, refuse, update } from '../define.ts'

const pageNow = async ({ deps, say }: Pick<Context, 'deps' | 'say'>): Promise<Reply> => {
  const home = await findHome(deps.db)
  if (home === undefined) return refuse({ code: 'not-set-up' })
  const { trustedRoles, trustedMembers } = home
  return update(approvalsPage({ trustedRoles, trustedMembers, reasons: denyReasons(home, say) }, say))
}

const save = async (ctx: Context, choice: ApprovalsChoice): Promise<Reply> => {
  const outcome = await chooseApprovals(ctx.deps, ctx.actor, choice)
  return outcome.ok ? pageNow(ctx) : refuse(outcome.refusal)
}

/** `Approvals` of the panel. */
export const approvalsButton = defineComponent({
  id: ids.setupApprovals,
  ack: 'update',
  allow: 'admin',
  run: pageNow,
})

/** Members of these roles need nobody's approval. */
export const trustedRolesSelect = defineComponent({
  id: ids.trustedRoles,
  ack: 'update',
  allow: 'admin',
  run: (ctx, _, trustedRoles) => save(ctx, { trustedRoles }),
})

/** These members need nobody's approval. */
export const trustedMembersSelect = defineComponent({
  id: ids.trustedMembers,
  ack: 'update',
  allow: 'admin',
  run: (ctx, _, trustedMembers) => save(ctx, { trustedMembers }),
})

/** The reasons that approvers can pick for a no. */
export const editReasonsButton = defineComponent({
  id: ids.editReasons,
  ack: 'modal',
  allow: 'admin',
  run: async ({ deps, say }) => modal(reasonsModal(denyReasons(await findHome(deps.db), say), say)),
})

/** One reason a line; none at all brings back those that come with Usherr. */
const lines = z.string().transform((text) => [
  ...new Set(
    text
      .split('\n')
      .map((line) => line.trim().slice(0, LONGEST_REASON))
      .filter((line) => line !== ''),
  ),
])

export const editedReasonsModal = defineModal({
  id: ids.editedReasons,
  ack: 'update',
  allow: 'admin',
  fields: z.object({ reasons: lines.default([]) }),
  run: (ctx, _, { reasons }) => save(ctx, { denyReasons: reasons.slice(0, MOST_REASONS) }),
})
