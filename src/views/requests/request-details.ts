import type { TraceStep } from '../../domain/requests/request.ts'
import type { RequestView } from '../../domain/requests/view.ts'
import { standingLine } from '../cards/status-card.ts'
import { adminTroubleLine } from '../cards/trouble.ts'
import { ids } from '../ids.ts'
import { beside, button, line, type MessageBody, message, row, small, text } from '../kit/message.ts'
import { mention, mentions, moment } from '../kit/moment.ts'
import { stagesLine } from '../kit/stages.ts'
import { factsLine, heading, poster } from '../kit/title.ts'
import { en, type TextKey } from '../texts/en.ts'
import type { SayText } from '../texts/say.ts'

const isText = (key: string): key is TextKey => Object.hasOwn(en, key)

/** One step of an evaluation in words; a step of another version that we have no words for is left out. */
const stepText = ({ rule, found }: TraceStep, say: SayText): string | undefined => {
  const exact = `trace.${rule}.${found}`
  if (isText(exact)) return say(exact)
  const general = `trace.${rule}`
  return isText(general) ? say(general, { found }) : undefined
}

/** All there is to know of a request, for those whom it concerns. */
export const requestDetails = (
  { view, mine, approves }: { view: RequestView; mine: boolean; approves: boolean },
  say: SayText,
): MessageBody => {
  const { request, title, askers, instanceName, posterUrl } = view
  const { id: requestId, state, createdAt, updatedAt, decidedBy, decidedAt } = request
  const words = text(heading(title), factsLine(title, say), stagesLine(request, say), standingLine(view, say))
  const steps = request.trace.map((step) => stepText(step, say)).filter((step) => step !== undefined)
  const facts = text(
    say('status.asked-by', { askers: { markup: mentions(askers, 10) } }),
    say('details.since', { at: moment(createdAt), changed: moment(updatedAt) }),
    decidedBy === undefined
      ? undefined
      : say('details.decided', { by: mention(decidedBy), at: moment(decidedAt ?? updatedAt) }),
    instanceName === undefined ? undefined : say('details.instance', { instance: instanceName }),
    approves ? adminTroubleLine(view, say) : undefined,
    ...steps.map(small),
  )
  const withdrawable = mine && (state === 'evaluating' || state === 'pending')
  return message('quiet', [
    beside(words, poster(title, posterUrl, say)),
    line(),
    facts,
    withdrawable
      ? row(button(ids.cancelRequest.make({ requestId }), say('details.cancel'), 'danger'))
      : undefined,
  ])
}
