import type { RequestView } from '../../domain/requests/view.ts'
import { standingLine } from '../cards/status-card.ts'
import { ids } from '../ids.ts'
import { button, line, type MessageBody, message, row, small, text, withButton } from '../kit/message.ts'
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
  /** Everybody's requests, not only one's own. */
  everybody: boolean
}>

const turn = ({ page, pages, state }: Input, say: SayText) => {
  if (pages < 2) return undefined
  const to = (target: number) =>
    ids.requestsPage.make({ page: target, ...(state === undefined ? {} : { state }) })
  const isFirst = page === 0
  const isLast = page >= pages - 1
  return row(
    // Two buttons of one message need different ids, also where one of them leads nowhere.
    button(to(isFirst ? pages : page - 1), say('list.previous'), 'secondary', isFirst),
    button(to(page + 1), say('list.next'), 'secondary', isLast),
  )
}

/** A page of requests: title, how it stands, one button each. */
export const requestsList = (input: Input, say: SayText): MessageBody => {
  const { rows, page, pages, total, everybody } = input
  const head = text(`## ${say(everybody ? 'list.heading.all' : 'list.heading')}`)
  if (rows.length === 0) return message('quiet', [head, text(say('list.empty')), turn(input, say)])
  const items = rows.map((view) =>
    withButton(
      text(`**${titleText(view.title)}**`, small(standingLine(view, say))),
      button(ids.openRequest.make({ requestId: view.request.id }), say('list.open')),
    ),
  )
  const footer = text(small(say('list.footer', { page: page + 1, pages, total })))
  return message('quiet', [head, ...items, line(), footer, turn(input, say)])
}
