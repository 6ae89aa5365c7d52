import { escapeMarkdown, markup } from '../../platform/i18n.ts'
import { nameOf } from '../kit/foreign.ts'
import { moment } from '../kit/moment.ts'
import { mention } from '../kit/people.ts'
import { SIGNS } from '../kit/signs.ts'
import type { SayText } from '../texts/say.ts'

/** Somebody whom Plex named, or who linked their account. */
export type MemberView = Readonly<{
  plexId: string
  username: string
  relation: 'owner' | 'friend' | 'home' | null
  /** Their Discord accounts. */
  discordIds: readonly string[]
  isSynced: boolean
  needsApproval: boolean
  suspendedAt: number | null
  isRefused: boolean
  isHidden: boolean
  hasList: boolean
}>

/** How they stand: sign and word. */
const standing = (member: MemberView, say: SayText): [sign: string, word: string] => {
  const { suspendedAt, hasList, isSynced, isHidden, isRefused } = member
  if (suspendedAt !== null)
    return [SIGNS.withdrawn, say('member.suspended', { at: moment(suspendedAt, 'D') })]
  if (!hasList) return [SIGNS.open, say('member.no-list')]
  if (!isSynced) return [SIGNS.open, say('member.off')]
  if (isHidden) return [SIGNS.trouble, say('member.hidden')]
  return isRefused ? [SIGNS.trouble, say('member.refused')] : [SIGNS.done, say('member.synced')]
}

/** One line of how they stand. */
export const memberLine = (member: MemberView, say: SayText): string => {
  const [sign, word] = standing(member, say)
  return `${sign} ${[word, ...(member.needsApproval ? [say('member.approval')] : [])].join(' · ')}`
}

const MOST_MENTIONED = 3

export const memberName = ({ username }: Pick<MemberView, 'username'>): string =>
  escapeMarkdown(nameOf(username))

/** Who they are in Discord; undefined while nobody said. */
export const memberMentions = ({ discordIds }: MemberView, say: SayText): string | undefined => {
  if (discordIds.length === 0) return undefined
  const some = discordIds.slice(0, MOST_MENTIONED).map((id) => mention(id).markup)
  const rest = discordIds.length - some.length
  return rest > 0 ? say('bulk.more', { some: markup(some.join(', ')), count: rest }) : some.join(', ')
}
