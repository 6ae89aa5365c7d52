import type { RequestView } from '../../domain/requests/view.ts'
import type { MessageBody } from '../kit/message.ts'
import { SIGNS } from '../kit/signs.ts'
import type { SayText } from '../texts/say.ts'
import { notice } from './notice.ts'

/** A rule said no: there is nowhere for it to go. */
export const refusedNotice = (view: RequestView, say: SayText): MessageBody =>
  notice(view, say, {
    accent: 'refused',
    sign: SIGNS.refused,
    headline: 'notice.refused',
    lines: [],
    next: 'notice.refused.why',
  })
