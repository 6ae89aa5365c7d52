import type { RequestView } from '../../domain/requests/view.ts'
import { EMPTY_WISH, isEmptyWish, leftOut } from '../../domain/seasons/wish.ts'
import { markup } from '../../platform/i18n.ts'
import type { MessageBody } from '../kit/message.ts'
import { wishWords } from '../kit/seasons.ts'
import { SIGNS } from '../kit/signs.ts'
import type { SayText } from '../texts/say.ts'
import { notice } from './notice.ts'

/** An approver said yes to a part of what was asked for. */
export const narrowedNotice = (view: RequestView, say: SayText): MessageBody => {
  const { wish = EMPTY_WISH, trace } = view.request
  const asked = trace.findLast((step) => step.asked !== undefined)?.asked ?? wish
  const rest = leftOut(asked, wish)
  return notice(view, say, {
    accent: 'coming',
    sign: SIGNS.done,
    headline: 'notice.narrowed',
    lines: [
      isEmptyWish(rest) ? undefined : say('notice.narrowed.rest', { rest: markup(wishWords(rest, say)) }),
    ],
    next: 'notice.narrowed.why',
  })
}
