import { UserSelectMenuBuilder } from '@discordjs/builders'
import { ITEM_STATES, type ItemState } from '../../domain/watchlists/item.ts'
import type { ListStanding } from '../../domain/watchlists/list-standing.ts'
import { markup } from '../../platform/i18n.ts'
import { ids } from '../ids.ts'
import { oneLine } from '../kit/foreign.ts'
import { anyText, button, type MessageBody, message, row, small, text } from '../kit/message.ts'
import type { SayText } from '../texts/say.ts'
import { problemLine, readText } from '../watchlists/standing-lines.ts'
import { type MemberView, memberLine, memberMentions, memberName } from './member-text.ts'

type Input = Readonly<{
  member: MemberView
  /** What they call themselves at Plex. */
  title?: string
  /** How many things stand on their list, by state. */
  counts: Partial<Record<ItemState, number>>
  standing?: ListStanding
}>

const LONGEST_TITLE = 60

const countsText = (counts: Input['counts'], say: SayText): string => {
  const some = ITEM_STATES.flatMap((state) => {
    const count = counts[state] ?? 0
    return count === 0 ? [] : [say(`member.count.${state}`, { count })]
  })
  return some.length === 0 ? say('member.count.none') : say('member.count', { some: markup(some.join(', ')) })
}

const linkedText = (member: MemberView, say: SayText): string => {
  const who = memberMentions(member, say)
  return who === undefined ? say('member.not-linked') : say('member.linked', { who: markup(who) })
}

/** One of the people: what Plex says of them, how their list stands, and what an admin can change. */
export const memberPage = ({ member, title, counts, standing }: Input, say: SayText): MessageBody => {
  const { plexId, relation, isSynced, needsApproval, hasList } = member
  const problem = standing && problemLine(standing, say)
  const choose = (choice: 'sync' | 'no-sync' | 'approval' | 'no-approval') =>
    button(ids.chooseMember.make({ plexId, choice }), say(`members.change.${choice}`))
  return message('quiet', [
    text(
      `## ${memberName(member)}`,
      small(
        [
          say(`member.relation.${relation ?? 'none'}`),
          ...(title === undefined ? [] : [say('member.title', { title: oneLine(title, LONGEST_TITLE) })]),
        ].join(' · '),
      ),
      memberLine(member, say),
    ),
    anyText(
      linkedText(member, say),
      say(needsApproval ? 'member.waits' : 'member.waits.roles'),
      hasList ? countsText(counts, say) : undefined,
      problem,
      standing === undefined
        ? undefined
        : small(say('member.reading', { how: markup(readText(standing, say)) })),
    ),
    row(
      ...(hasList ? [choose(isSynced ? 'no-sync' : 'sync')] : []),
      choose(needsApproval ? 'no-approval' : 'approval'),
      ...(hasList ? [button(ids.showWatchlist.make({ plexId }), say('member.watchlist'))] : []),
    ),
    row(
      new UserSelectMenuBuilder()
        .setCustomId(ids.linkMember.make({ plexId }))
        .setPlaceholder(say('member.link'))
        .setMaxValues(1),
    ),
  ])
}
