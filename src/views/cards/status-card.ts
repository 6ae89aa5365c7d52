import { isOpen, type MediaRequest } from '../../domain/requests/request.ts'
import type { RequestView } from '../../domain/requests/view.ts'
import { shorten } from '../../platform/i18n.ts'
import { ids } from '../ids.ts'
import type { Accent } from '../kit/accents.ts'
import { beside, button, type MessageBody, message, row, small, text } from '../kit/message.ts'
import { mentions, moment } from '../kit/moment.ts'
import { stagesLine } from '../kit/stages.ts'
import { factsLine, heading, poster } from '../kit/title.ts'
import type { SayText } from '../texts/say.ts'
import { troubleLine } from './trouble.ts'

const ACCENT: Readonly<Record<MediaRequest['state'], Accent>> = {
  evaluating: 'waiting',
  pending: 'waiting',
  approved: 'coming',
  added: 'coming',
  downloading: 'coming',
  available: 'ready',
  denied: 'refused',
  refused: 'refused',
  cancelled: 'quiet',
}

/** Where a request stands, in one sentence. */
export const standingLine = (view: RequestView, say: SayText): string => {
  const { state, percent, eta, reason } = view.request
  if (state === 'downloading' && percent !== undefined) {
    return eta === undefined
      ? say('status.downloading.percent', { percent })
      : say('status.downloading.eta', { percent, eta: moment(eta) })
  }
  if (state === 'denied' && !reason) return say('status.denied.bare')
  return troubleLine(view, say) ?? say(`status.${state}`, { reason: shorten(reason ?? '', 300) })
}

/** The public card of a request: what it is, how far it is, who waits for it. */
export const statusCard = (view: RequestView, say: SayText): MessageBody => {
  const { request, title, askers, posterUrl } = view
  const words = text(
    heading(title),
    factsLine(title, say),
    stagesLine(request, say),
    standingLine(view, say),
    askers.length === 0
      ? undefined
      : small(say('status.asked-by', { askers: { markup: mentions(askers, 5) } })),
  )
  const join = isOpen(request.state)
    ? row(button(ids.followRequest.make({ requestId: request.id }), say('ask.me-too')))
    : undefined
  return message(ACCENT[request.state], [beside(words, poster(title, posterUrl, say)), join])
}
