import type { RequestView } from '../../domain/requests/view.ts'
import type { MessageBody } from '../kit/message.ts'
import { SIGNS } from '../kit/signs.ts'
import type { SayText } from '../texts/say.ts'
import { notice } from './notice.ts'

/** What was asked for can be watched. */
export const readyNotice = (view: RequestView, say: SayText): MessageBody =>
  notice(view, say, {
    accent: 'ready',
    sign: SIGNS.ready,
    headline: 'notice.ready',
    lines: [],
    next: 'notice.ready.why',
  })
