import type { RequestView } from '../../domain/requests/view.ts'
import { shorten } from '../../platform/i18n.ts'
import { standingSign, standingText } from '../cards/standing.ts'
import { ids } from '../ids.ts'
import { button, line, type MessageBody, message, small, text, withButton } from '../kit/message.ts'
import { turnRow } from '../kit/pages.ts'
import { askerText, mention } from '../kit/people.ts'
import { wantedLine } from '../kit/seasons.ts'
import { stageWord } from '../kit/stages.ts'
import { titleText } from '../kit/title.ts'
import type { SayText } from '../texts/say.ts'

type State = 'waiting' | 'coming' | 'ready' | 'over'

type Input = Readonly<{
  rows: readonly RequestView[]
  /** Counted from 0. */
  page: number
  pages: number
  total: number
  state?: State
  /** Only this member's. */
  member?: string
  /** Everybody's requests, not only one's own. */
  everybody: boolean
}>

// Eight rows of the longest words still fit in the 4,000 characters of a message.
const LONGEST_TITLE = 80
const LONGEST_REASON = 80
const LONGEST_WANTED = 60

const turn = ({ page, pages, state, member }: Input, say: SayText) => {
  const to = (target: number) =>
    ids.requestsPage.make({
      page: target,
      ...(state === undefined ? {} : { state }),
      ...(member === undefined ? {} : { member }),
    })
  return turnRow({ page, pages }, to, say)
}

const rowOf = (view: RequestView, everybody: boolean, say: SayText) => {
  const [asker] = view.askers
  const who = everybody && asker !== undefined ? ` · ${askerText(asker).markup}` : ''
  const wanted = wantedLine(view.request, say)
  const what = wanted === undefined ? '' : ` · ${shorten(wanted, LONGEST_WANTED)}`
  const why = standingText(view, say, LONGEST_REASON)
  return withButton(
    text(
      `**${titleText(view.title, LONGEST_TITLE)}**${what}${who}`,
      small(`${standingSign(view)} ${stageWord(view.request, say)} · ${why}`),
    ),
    button(ids.openRequest.make({ requestId: view.request.id }), say('list.open')),
  )
}

/** A page of requests: title, how it stands, one button each. */
export const requestsList = (input: Input, say: SayText): MessageBody => {
  const { rows, page, pages, total, state, member, everybody } = input
  const heading =
    member === undefined
      ? say(everybody ? 'list.heading.all' : 'list.heading')
      : say('list.heading.member', { member: mention(member) })
  const head = text(`## ${heading}`)
  if (rows.length === 0) {
    const empty = say(state === undefined ? 'list.empty' : `list.empty.${state}`)
    return message('quiet', [head, text(empty), turn(input, say)])
  }
  const footer = [
    say('list.page', { page: page + 1, pages }),
    say('list.total', { total }),
    state && say(`list.only.${state}`),
  ]
  return message('quiet', [
    head,
    ...rows.map((view) => rowOf(view, everybody, say)),
    line(),
    text(small(footer.filter((part) => part !== undefined).join(' · '))),
    turn(input, say),
  ])
}
