import type { RequestView } from '../../domain/requests/view.ts'
import { oneLine } from '../kit/foreign.ts'
import type { MessageBody } from '../kit/message.ts'
import { SIGNS } from '../kit/signs.ts'
import type { SayText } from '../texts/say.ts'
import { notice } from './notice.ts'

/** An approver said no, with what they wrote. */
export const deniedNotice = (view: RequestView, say: SayText): MessageBody => {
  const { reason } = view.request
  const why = reason ? say('notice.denied.reason', { reason: oneLine(reason, 600) }) : undefined
  return notice(view, say, {
    accent: 'refused',
    sign: SIGNS.refused,
    headline: 'notice.denied',
    lines: [why],
    next: 'notice.denied.why',
  })
}
