import { type MessageBody, message, small, text } from '../kit/message.ts'
import { mention } from '../kit/people.ts'
import type { SayText } from '../texts/say.ts'

/** The same news where everybody sees it, for somebody who takes no direct messages: pings them and nobody else. */
export const mentionNotice = (notice: MessageBody, discordId: string, say: SayText): MessageBody => {
  const address = message('quiet', [
    text(say('notice.mention', { who: mention(discordId) }), small(say('notice.mention.why'))),
  ])
  return {
    ...notice,
    components: [...notice.components, ...address.components],
    allowed_mentions: { parse: [], users: [discordId] },
  }
}
