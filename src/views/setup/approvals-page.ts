import { RoleSelectMenuBuilder, UserSelectMenuBuilder } from '@discordjs/builders'
import { ids } from '../ids.ts'
import { oneLine } from '../kit/foreign.ts'
import { button, type MessageBody, message, row, small, text } from '../kit/message.ts'
import type { SayText } from '../texts/say.ts'

type Input = Readonly<{
  trustedRoles: readonly string[]
  trustedMembers: readonly string[]
  /** The reasons that approvers can pick for a no. */
  reasons: readonly string[]
}>

const MOST = 25
const MOST_SHOWN = 10
const LONGEST_REASON = 80

/** How approving goes: who needs nobody's approval, and the saved reasons for a no. */
export const approvalsPage = ({ trustedRoles, trustedMembers, reasons }: Input, say: SayText): MessageBody =>
  message('asking', [
    text(
      `## ${say('approvals.heading')}`,
      say('approvals.trusted'),
      `**${say('approvals.reasons')}**`,
      ...reasons
        .slice(0, MOST_SHOWN)
        .map((reason) => say('approvals.reason', { reason: oneLine(reason, LONGEST_REASON) })),
      reasons.length > MOST_SHOWN ? say('approvals.more', { count: reasons.length - MOST_SHOWN }) : undefined,
      small(say('approvals.counts')),
    ),
    row(
      new RoleSelectMenuBuilder()
        .setCustomId(ids.trustedRoles.make({}))
        .setPlaceholder(say('approvals.roles'))
        .setMinValues(0)
        .setMaxValues(MOST)
        .setDefaultRoles([...trustedRoles]),
    ),
    row(
      new UserSelectMenuBuilder()
        .setCustomId(ids.trustedMembers.make({}))
        .setPlaceholder(say('approvals.members'))
        .setMinValues(0)
        .setMaxValues(MOST)
        .setDefaultUsers([...trustedMembers]),
    ),
    row(
      button(ids.editReasons.make({}), say('approvals.reasons')),
      button(ids.backToSetup.make({}), say('instance.back')),
    ),
  ])
