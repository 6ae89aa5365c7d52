import type { TraceStep } from '../../domain/requests/request.ts'
import type { RequestView } from '../../domain/requests/view.ts'
import { markup } from '../../platform/i18n.ts'
import { decidedText } from '../cards/decided.ts'
import { standingAccent, standingSign, standingText } from '../cards/standing.ts'
import { adminTroubleLine } from '../cards/trouble.ts'
import { oneLine } from '../kit/foreign.ts'
import { type MessageBody, message, text } from '../kit/message.ts'
import { mention } from '../kit/people.ts'
import { wantedLine, wishWords } from '../kit/seasons.ts'
import { SIGNS } from '../kit/signs.ts'
import { heading } from '../kit/title.ts'
import { en, type TextKey } from '../texts/en.ts'
import type { SayText } from '../texts/say.ts'

const LONGEST = 100

const isText = (key: string): key is TextKey => Object.hasOwn(en, key)

/** One step in words; a step of another version that we have no words for is left out. */
const stepText = ({ rule, found, by, asked }: TraceStep, say: SayText): string | undefined => {
  const exact = `trace.${rule}.${found}`
  if (isText(exact)) return say(exact)
  const general = `trace.${rule}`
  if (!isText(general)) return undefined
  return say(general, {
    found: asked === undefined ? oneLine(found, LONGEST) : markup(wishWords(asked, say)),
    ...(by === undefined ? {} : { by: mention(by) }),
  })
}

/** Why a request stands where it stands: each thing that was looked at, what was decided, what it waits for. */
export const whyReply = (
  { view, approves }: Readonly<{ view: RequestView; approves: boolean }>,
  say: SayText,
): MessageBody => {
  const steps = view.request.trace.map((step) => stepText(step, say)).filter((step) => step !== undefined)
  const standing = `${standingSign(view)} ${standingText(view, say)}`
  return message(standingAccent(view), [
    text(heading(view.title), wantedLine(view.request, say), ...steps.map((step) => `- ${step}`)),
    text(decidedText(view, say), approves ? (adminTroubleLine(view, say) ?? standing) : standing),
  ])
}

/** Another search was begun. */
export const searchedReply = (say: SayText): MessageBody =>
  message('coming', [text(`${SIGNS.coming} ${say('details.searched')}`)])
