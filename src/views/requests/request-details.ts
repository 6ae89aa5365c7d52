import { isAwaited } from '../../domain/requests/request.ts'
import type { RequestView } from '../../domain/requests/view.ts'
import { decidedText } from '../cards/decided.ts'
import { standingAccent, standingSign, standingText } from '../cards/standing.ts'
import { adminTroubleLine } from '../cards/trouble.ts'
import { ids } from '../ids.ts'
import { beside, button, line, type MessageBody, message, row, small, text } from '../kit/message.ts'
import { moment } from '../kit/moment.ts'
import { askerText, mentions } from '../kit/people.ts'
import { wantedLine } from '../kit/seasons.ts'
import { stagesLine } from '../kit/stages.ts'
import { factsLine, heading, poster } from '../kit/title.ts'
import type { SayText } from '../texts/say.ts'

type Input = Readonly<{
  view: RequestView
  /** Whether the reader asked for it. */
  mine: boolean
  /** Whether the reader waits for it. */
  follows: boolean
  /** Whether the reader may decide, and is told what only approvers can mend. */
  approves: boolean
}>

/** All there is to know of a request, for those whom it concerns. */
export const requestDetails = ({ view, mine, follows, approves }: Input, say: SayText): MessageBody => {
  const { request, title, askers, posterUrl } = view
  const { id: requestId, state, createdAt, updatedAt } = request
  const [asker, ...others] = askers
  const standing = `${standingSign(view)} ${standingText(view, say)}`
  const about = text(heading(title), factsLine(title, say), wantedLine(request, say))
  const how = text(stagesLine(request, say), approves ? (adminTroubleLine(view, say) ?? standing) : standing)
  const facts = text(
    asker && say('approval.by', { asker: askerText(asker), at: moment(createdAt) }),
    others.length === 0 ? undefined : say('approval.also', { others: mentions(others, say, 10) }),
    decidedText(view, say),
    small(say('details.changed', { at: moment(updatedAt) })),
  )
  const isWithdrawable = mine && follows && (state === 'evaluating' || state === 'pending')
  const buttons = [
    ...(state === 'added'
      ? [button(ids.searchAgain.make({ requestId }), say('details.search'), 'primary')]
      : []),
    button(ids.why.make({ requestId }), say('details.why')),
    ...(isWithdrawable
      ? [button(ids.cancelRequest.make({ requestId }), say('details.cancel'), 'danger')]
      : []),
    ...(follows && !isWithdrawable && isAwaited(request)
      ? [button(ids.leaveRequest.make({ requestId }), say('details.leave'), 'danger')]
      : []),
  ]
  return message(standingAccent(view), [
    ...beside([about], poster(title, posterUrl, say)),
    how,
    line(),
    facts,
    row(...buttons),
  ])
}
