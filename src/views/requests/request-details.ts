import type { TraceStep } from '../../domain/requests/request.ts'
import type { RequestView } from '../../domain/requests/view.ts'
import { decidedText } from '../cards/decided.ts'
import { standingSign, standingText } from '../cards/standing.ts'
import { adminTroubleLine } from '../cards/trouble.ts'
import { ids } from '../ids.ts'
import { nameOf } from '../kit/foreign.ts'
import { beside, button, line, type MessageBody, message, row, small, text } from '../kit/message.ts'
import { moment } from '../kit/moment.ts'
import { mention, mentions } from '../kit/people.ts'
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
  return isText(general) ? say(general, { found: nameOf(found) }) : undefined
}

const traceLine = (steps: readonly TraceStep[], say: SayText): string | undefined => {
  const told = steps.map((step) => stepText(step, say)).filter((step) => step !== undefined)
  return told.length === 0 ? undefined : small(told.join(' '))
}

type Input = Readonly<{
  view: RequestView
  /** Whether the reader asked for it. */
  mine: boolean
  /** Whether the reader may decide, and is told what only approvers can mend. */
  approves: boolean
}>

/** All there is to know of a request, for those whom it concerns. */
export const requestDetails = ({ view, mine, approves }: Input, say: SayText): MessageBody => {
  const { request, title, askers, posterUrl } = view
  const { id: requestId, state, createdAt, updatedAt } = request
  const [asker, ...others] = askers
  const standing = `${standingSign(view)} ${standingText(view, say)}`
  const words = text(
    heading(title),
    factsLine(title, say),
    stagesLine(request, say),
    approves ? (adminTroubleLine(view, say) ?? standing) : standing,
  )
  const facts = text(
    asker && say('approval.by', { asker: mention(asker), at: moment(createdAt) }),
    others.length === 0 ? undefined : say('approval.also', { others: mentions(others, say, 10) }),
    decidedText(view, say),
    traceLine(request.trace, say),
    small(say('details.changed', { at: moment(updatedAt) })),
  )
  const isWithdrawable = mine && (state === 'evaluating' || state === 'pending')
  return message('quiet', [
    beside(words, poster(title, posterUrl, say)),
    line(),
    facts,
    isWithdrawable
      ? row(button(ids.cancelRequest.make({ requestId }), say('details.cancel'), 'danger'))
      : undefined,
  ])
}
