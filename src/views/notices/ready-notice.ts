import type { RequestView } from '../../domain/requests/view.ts'
import type { MessageBody } from '../kit/message.ts'
import { SIGNS } from '../kit/signs.ts'
import type { SayText } from '../texts/say.ts'
import { notice } from './notice.ts'

const wasHere = ({ request }: RequestView): boolean =>
  request.trace.some(({ rule, found }) => rule === 'existence' && found === 'here')

/** What was asked for can be watched, or could be all along. */
export const readyNotice = (view: RequestView, say: SayText): MessageBody =>
  notice(view, say, {
    accent: 'ready',
    sign: SIGNS.ready,
    headline: wasHere(view) ? 'notice.here' : 'notice.ready',
    lines: [],
    next: wasHere(view) ? 'notice.here.why' : 'notice.ready.why',
  })
