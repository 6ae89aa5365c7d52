import type { RequestView } from '../../domain/requests/view.ts'
import { beside, type MessageBody, message, small, text } from '../kit/message.ts'
import { wantedLine } from '../kit/seasons.ts'
import { SIGNS } from '../kit/signs.ts'
import { stagesLine } from '../kit/stages.ts'
import { factsLine, heading, poster } from '../kit/title.ts'
import type { SayText } from '../texts/say.ts'

/** What the asking card turns into: it is asked, and that is all there was to do. */
export const askedCard = (
  { view, joined }: { view: RequestView; joined: boolean },
  say: SayText,
): MessageBody => {
  const { title, request, posterUrl } = view
  const joinedAs = request.state === 'available' ? 'asked.later' : 'asked.joined'
  const about = text(heading(title), factsLine(title, say), wantedLine(request, say))
  const state = text(`${SIGNS.asked} **${say(joined ? joinedAs : 'asked.state')}**`)
  return message('asking', [
    ...beside([about, state], poster(title, posterUrl, say)),
    text(stagesLine(request, say), small(say('asked.where'))),
  ])
}
