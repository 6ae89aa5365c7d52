import { lookedForSince } from '../../domain/requests/unfound.ts'
import type { RequestView } from '../../domain/requests/view.ts'
import { markup } from '../../platform/i18n.ts'
import { ids } from '../ids.ts'
import { beside, button, type MessageBody, message, row, small, text } from '../kit/message.ts'
import { moment } from '../kit/moment.ts'
import { wantedLine } from '../kit/seasons.ts'
import { SIGNS } from '../kit/signs.ts'
import { poster, titleText } from '../kit/title.ts'
import type { SayText } from '../texts/say.ts'

type Input = Readonly<{
  view: RequestView
  /** Whether only the one who is asked reads it; elsewhere it carries no choices. */
  alone: boolean
  /** Until when they chose to wait. */
  until?: number
}>

/** Asks somebody who waits for something that can't be found what to do. */
export const unfoundNotice = ({ view, alone, until }: Input, say: SayText): MessageBody => {
  const { request, title, posterUrl } = view
  const requestId = request.id
  const since = moment(lookedForSince(request, title), 'D')
  const next = say(alone ? 'notice.unfound.next' : 'notice.unfound.where')
  const words = text(
    `### ${SIGNS.waiting} ${say('notice.unfound', { title: markup(titleText(title)) })}`,
    wantedLine(request, say),
    say('notice.unfound.since', { since }),
    until === undefined ? small(next) : say('notice.unfound.kept', { until: moment(until, 'D') }),
  )
  const buttons = row(
    ...(until === undefined
      ? [button(ids.keepWaiting.make({ requestId }), say('notice.unfound.wait'), 'primary')]
      : []),
    button(ids.searchAgain.make({ requestId }), say('details.search')),
    button(ids.leaveRequest.make({ requestId }), say('details.leave'), 'danger'),
  )
  return message('waiting', [...beside([words], poster(title, posterUrl, say)), alone ? buttons : undefined])
}
