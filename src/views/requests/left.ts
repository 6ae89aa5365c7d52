import { isOpen } from '../../domain/requests/request.ts'
import type { RequestView } from '../../domain/requests/view.ts'
import { type MessageBody, message, small, text } from '../kit/message.ts'
import { SIGNS } from '../kit/signs.ts'
import { heading } from '../kit/title.ts'
import type { SayText } from '../texts/say.ts'

/** Somebody waits for it no longer. */
export const leftReply = ({ request, title }: RequestView, say: SayText): MessageBody =>
  message('quiet', [
    text(
      heading(title),
      `${SIGNS.withdrawn} ${say('left.done')}`,
      small(say(isOpen(request.state) ? 'left.others' : 'left.last')),
    ),
  ])
