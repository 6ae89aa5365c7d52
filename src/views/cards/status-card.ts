import { isOpen } from '../../domain/requests/request.ts'
import type { RequestView } from '../../domain/requests/view.ts'
import { ids } from '../ids.ts'
import { anyText, beside, button, type MessageBody, message, row, small, text } from '../kit/message.ts'
import { mentions } from '../kit/people.ts'
import { wantedLine } from '../kit/seasons.ts'
import { stagesLine } from '../kit/stages.ts'
import { factsLine, heading, poster } from '../kit/title.ts'
import type { SayText } from '../texts/say.ts'
import { standingAccent, standingSign, standingText } from './standing.ts'

/** The public card of a request: what it is, how far it is, who waits for it. */
export const statusCard = (view: RequestView, say: SayText): MessageBody => {
  const { request, title, askers, posterUrl } = view
  const about = text(heading(title), factsLine(title, say), wantedLine(request, say))
  const waiting = anyText(
    askers.length === 0 ? undefined : small(say('status.asked-by', { askers: mentions(askers, say, 5) })),
  )
  const state = text(stagesLine(request, say), `${standingSign(view)} ${standingText(view, say)}`)
  const join = isOpen(request.state)
    ? row(button(ids.followRequest.make({ requestId: request.id }), say('ask.me-too')))
    : undefined
  return message(standingAccent(view), [
    ...beside([about, waiting], poster(title, posterUrl, say)),
    state,
    join,
  ])
}
