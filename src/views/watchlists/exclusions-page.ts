import type { Title } from '../../domain/titles/title.ts'
import { ids } from '../ids.ts'
import { button, line, type MessageBody, message, small, text, withButton } from '../kit/message.ts'
import { moment } from '../kit/moment.ts'
import { turnRow } from '../kit/pages.ts'
import { titleText } from '../kit/title.ts'
import type { SayText } from '../texts/say.ts'

/** A title that is never asked for from watchlists: from one's own, or from anybody's. */
type ExcludedView = Readonly<{ titleId: string; title: Title; forAll: boolean; createdAt: number }>

type Input = Readonly<{
  rows: readonly ExcludedView[]
  /** Counted from 0. */
  page: number
  pages: number
  /** Whether the reader may include again what is excluded for all. */
  isAdmin: boolean
}>

const LONGEST_TITLE = 80

const rowOf = (
  { titleId, title, forAll, createdAt }: ExcludedView,
  page: number,
  mayInclude: boolean,
  say: SayText,
) => {
  const words = text(
    `**${titleText(title, LONGEST_TITLE)}**`,
    small(say(forAll ? 'exclusions.all' : 'exclusions.mine', { at: moment(createdAt, 'D') })),
  )
  if (!mayInclude) return words
  const scope = forAll ? 'all' : 'own'
  return withButton(words, button(ids.includeTitle.make({ titleId, scope, page }), say('item.include')))
}

/** What is never asked for from the reader's watchlist. */
export const exclusionsPage = ({ rows, page, pages, isAdmin }: Input, say: SayText): MessageBody => {
  const head = text(
    `## ${say('exclusions.heading')}`,
    say(rows.length === 0 ? 'exclusions.empty' : 'exclusions.why'),
  )
  if (rows.length === 0) return message('quiet', [head])
  return message('quiet', [
    head,
    ...rows.map((one) => rowOf(one, page, isAdmin || !one.forAll, say)),
    line(),
    text(small(say('watchlist.page', { page: page + 1, pages }))),
    turnRow({ page, pages }, (target) => ids.exclusions.make({ page: target }), say),
  ])
}
