import { isOpen, type MediaRequest } from '../../domain/requests/request.ts'
import type { RequestView } from '../../domain/requests/view.ts'
import { type MessageBody, message, small, text } from '../kit/message.ts'
import { SIGNS } from '../kit/signs.ts'
import { heading } from '../kit/title.ts'
import type { SayText } from '../texts/say.ts'

const howItGoesOn = ({ state }: MediaRequest) => {
  if (isOpen(state)) return 'left.others'
  return state === 'available' ? 'left.later' : 'left.last'
}

/** Somebody waits for it no longer. */
export const leftReply = ({ request, title }: RequestView, say: SayText): MessageBody =>
  message('quiet', [
    text(heading(title), `${SIGNS.withdrawn} ${say('left.done')}`, small(say(howItGoesOn(request)))),
  ])
