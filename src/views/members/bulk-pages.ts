import { StringSelectMenuBuilder } from '@discordjs/builders'
import { MEMBER_CHANGES, type MemberChange } from '../../domain/watchlists/members.ts'
import { markup } from '../../platform/i18n.ts'
import { ids } from '../ids.ts'
import { button, type MessageBody, message, row, small, text } from '../kit/message.ts'
import { SIGNS } from '../kit/signs.ts'
import type { SayText } from '../texts/say.ts'
import { memberName } from './member-text.ts'
import { type Shown, shownWords } from './members-list.ts'

type Input = Readonly<{
  shown: Shown
  /** The names of all whom it concerns. */
  people: readonly Readonly<{ username: string }>[]
}>

const MOST_NAMES = 10
const LONGEST_OPTION = 100

const namesText = ({ people }: Input, say: SayText): string => {
  const some = people.slice(0, MOST_NAMES).map(memberName).join(', ')
  const rest = people.length - MOST_NAMES
  const names = rest > 0 ? say('bulk.more', { some: markup(some), count: rest }) : some
  return say('bulk.names', { names: markup(names) })
}

const narrowed = ({ shown }: Input, say: SayText): string | undefined => {
  const words = shownWords(shown, say)
  return words.length === 0 ? undefined : small(words.join(' · '))
}

const back = ({ shown }: Pick<Input, 'shown'>, say: SayText) =>
  button(ids.members.make({ page: 0, ...shown }), say('member.back'))

/** What shall be changed about all who are shown. */
export const bulkPage = (input: Input, say: SayText): MessageBody => {
  const select = new StringSelectMenuBuilder()
    .setCustomId(ids.previewChange.make(input.shown))
    .setPlaceholder(say('bulk.placeholder'))
    .addOptions(
      MEMBER_CHANGES.map((change) => ({
        label: say(`members.change.${change}`),
        description: say(`members.why.${change}`).slice(0, LONGEST_OPTION),
        value: change,
      })),
    )
  return message('asking', [
    text(
      `## ${say('bulk.heading', { count: input.people.length })}`,
      narrowed(input, say),
      namesText(input, say),
      say('bulk.choose'),
    ),
    row(select),
    row(back(input, say)),
  ])
}

/** What a change would do, and to whom, before it is done. */
export const bulkPreview = (input: Input & Readonly<{ choice: MemberChange }>, say: SayText): MessageBody => {
  const { choice, people, shown } = input
  const count = people.length
  return message('asking', [
    text(
      `## ${say('bulk.preview', { what: markup(say(`bulk.now.${choice}`, { count })) })}`,
      narrowed(input, say),
      namesText(input, say),
      say(`members.why.${choice}`),
    ),
    row(
      button(
        ids.changeAllNow.make({ choice, ...shown, count }),
        say(`bulk.now.${choice}`, { count }),
        choice === 'no-sync' ? 'danger' : 'primary',
      ),
      back(input, say),
    ),
  ])
}

/** It was done. */
export const bulkDone = (
  { count, choice, shown }: Readonly<{ count: number; choice: MemberChange; shown: Shown }>,
  say: SayText,
): MessageBody =>
  message('ready', [
    text(`### ${SIGNS.done} ${say('bulk.done', { count })}`, small(say(`members.why.${choice}`))),
    row(back({ shown }, say)),
  ])
