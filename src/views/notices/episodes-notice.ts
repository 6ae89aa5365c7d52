import type { RequestView } from '../../domain/requests/view.ts'
import type { Arrived } from '../../domain/seasons/arrived.ts'
import { markup } from '../../platform/i18n.ts'
import { beside, type MessageBody, message, small, text } from '../kit/message.ts'
import { arrivedWords } from '../kit/seasons.ts'
import { SIGNS } from '../kit/signs.ts'
import { poster, titleText } from '../kit/title.ts'
import type { SayText } from '../texts/say.ts'

/** What arrived of a show, however it came, as one message. */
export const episodesNotice = (view: RequestView, arrived: Arrived, say: SayText): MessageBody => {
  const headline = say('notice.episodes', {
    title: markup(titleText(view.title)),
    what: markup(arrivedWords(arrived, say)),
    // "Specials" are several, though they are one season.
    count: arrived.seasons.length + arrived.episodes.length + (arrived.seasons.includes(0) ? 1 : 0),
  })
  const words = text(`### ${SIGNS.ready} ${headline}`, small(say('notice.episodes.why')))
  return message('ready', beside([words], poster(view.title, view.posterUrl, say)))
}
