import type { TraceStep } from '../../domain/requests/request.ts'
import type { RequestView } from '../../domain/requests/view.ts'
import { decidedText } from '../cards/decided.ts'
import { standingSign, standingText } from '../cards/standing.ts'
import { adminTroubleLine } from '../cards/trouble.ts'
import { nameOf } from '../kit/foreign.ts'
import { type MessageBody, message, text } from '../kit/message.ts'
import { wantedLine } from '../kit/seasons.ts'
import { SIGNS } from '../kit/signs.ts'
import { heading } from '../kit/title.ts'
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

/** Why a request stands where it stands: each thing that was looked at, what was decided, what it waits for. */
export const whyReply = (
  { view, approves }: Readonly<{ view: RequestView; approves: boolean }>,
  say: SayText,
): MessageBody => {
  const steps = view.request.trace.map((step) => stepText(step, say)).filter((step) => step !== undefined)
  const standing = `${standingSign(view)} ${standingText(view, say)}`
  return message('quiet', [
    text(
      heading(view.title),
      wantedLine(view.request, say),
      ...steps.map((step) => `- ${step}`),
      decidedText(view, say),
      approves ? (adminTroubleLine(view, say) ?? standing) : standing,
    ),
  ])
}

/** Another search was begun. */
export const searchedReply = (say: SayText): MessageBody =>
  message('coming', [text(`${SIGNS.coming} ${say('details.searched')}`)])
