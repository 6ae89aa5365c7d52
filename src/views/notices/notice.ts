import type { RequestView } from '../../domain/requests/view.ts'
import { markup } from '../../platform/i18n.ts'
import type { Accent } from '../kit/accents.ts'
import { beside, type MessageBody, message, small, text } from '../kit/message.ts'
import { wantedLine } from '../kit/seasons.ts'
import { poster, titleText } from '../kit/title.ts'
import type { TextKey } from '../texts/en.ts'
import type { SayText } from '../texts/say.ts'

/** A message that arrives by itself: its first line, which a lock screen shows, is the title and the news. */
export const notice = (
  view: RequestView,
  say: SayText,
  news: {
    accent: Accent
    sign: string
    headline: TextKey
    lines: readonly (string | undefined)[]
    next: TextKey
  },
): MessageBody => {
  const headline = say(news.headline, { title: markup(titleText(view.title)) })
  const words = text(
    `### ${news.sign} ${headline}`,
    wantedLine(view.request, say),
    ...news.lines,
    small(say(news.next)),
  )
  return message(news.accent, beside([words], poster(view.title, view.posterUrl, say)))
}
