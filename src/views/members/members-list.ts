import type { MemberFilter } from '../../domain/watchlists/members.ts'
import { ids } from '../ids.ts'
import { button, line, type MessageBody, message, row, small, text, withButton } from '../kit/message.ts'
import { turnRow } from '../kit/pages.ts'
import type { SayText } from '../texts/say.ts'
import { type MemberView, memberLine, memberMentions, memberName } from './member-text.ts'

/** Which of the people are looked at. */
export type Shown = Readonly<{ members: MemberFilter; find?: string }>

type Input = Readonly<{
  rows: readonly MemberView[]
  shown: Shown
  /** Counted from 0. */
  page: number
  pages: number
  total: number
}>

const rowOf = (member: MemberView, say: SayText) =>
  withButton(
    text(
      `**${memberName(member)}** · ${memberMentions(member, say) ?? say('members.unlinked')}`,
      small(memberLine(member, say)),
    ),
    button(ids.openMember.make({ plexId: member.plexId }), say('list.open')),
  )

/** What narrows the list, in words. */
export const shownWords = ({ members, find }: Shown, say: SayText): string[] => [
  ...(members === 'all' ? [] : [say(`members.only.${members}`)]),
  ...(find === undefined ? [] : [say('members.find', { find })]),
]

/** A page of the people whose watchlists may be read. */
export const membersList = ({ rows, shown, page, pages, total }: Input, say: SayText): MessageBody => {
  const isNarrowed = shown.members !== 'all' || shown.find !== undefined
  const footer = [
    say('watchlist.page', { page: page + 1, pages }),
    say('members.total', { count: total }),
    ...shownWords(shown, say),
  ]
  return message('quiet', [
    text(
      `## ${say('members.heading')}`,
      rows.length === 0 ? say(isNarrowed ? 'members.empty.filtered' : 'members.empty') : undefined,
    ),
    ...rows.map((member) => rowOf(member, say)),
    line(),
    text(small(footer.join(' · '))),
    turnRow({ page, pages }, (target) => ids.members.make({ page: target, ...shown }), say),
    row(
      button(ids.memberDefaults.make({}), say('members.defaults')),
      ...(total === 0
        ? []
        : [button(ids.changeAll.make(shown), say('members.change-all', { count: total }))]),
    ),
  ])
}
