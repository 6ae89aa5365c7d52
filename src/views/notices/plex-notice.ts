import { ids } from '../ids.ts'
import { button, type MessageBody, message, row, text } from '../kit/message.ts'
import { SIGNS } from '../kit/signs.ts'
import type { SayText } from '../texts/say.ts'

/** Told to whose sign-in Plex takes no longer, and to the owner when friends are read by it. */
export const plexRefusedNotice = (purpose: 'owner' | 'member', say: SayText): MessageBody => {
  const again = purpose === 'owner' ? ids.setupPlex.make({}) : ids.linkAgain.make({})
  return message('refused', [
    text(`### ${SIGNS.trouble} ${say('notice.plex-refused')}`, say(`notice.plex-refused.${purpose}`)),
    row(button(again, say('setup.button.plex'), 'primary')),
  ])
}
