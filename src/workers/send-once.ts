import type { RESTPostAPIChannelMessageJSONBody } from 'discord-api-types/v10'
import { type Instant, MINUTE } from '../platform/clock.ts'
import { markOf, nonceOf } from '../platform/nonce.ts'
import type { JobDeps } from './deps.ts'

/** Discord knows a nonce again for a few minutes; after this we look ourselves. */
const NONCE_MS = 2 * MINUTE
const LOOK_BACK = 50

/** What is to be sent once: its id, and when the first try began (null: this is it). */
export type Once = Readonly<{ id: string; triedAt: Instant | null }>

/**
 * Sends a message that must appear once, whatever dies in between. The nonce makes a repeat within minutes
 * harmless; the first component carries a number made from the thing's id, by which a later try finds what an
 * earlier one sent. Returns the message's id.
 */
export const sendOnce = async (
  deps: Pick<JobDeps, 'discord' | 'clock' | 'applicationId'>,
  channelId: string,
  body: RESTPostAPIChannelMessageJSONBody,
  thing: Once,
): Promise<string> => {
  const mark = markOf(thing.id)
  if (thing.triedAt !== null && thing.triedAt < deps.clock.now() - NONCE_MS) {
    const recent = await deps.discord.recent(channelId, LOOK_BACK)
    const earlier = recent.find((message) => message.authorId === deps.applicationId && message.mark === mark)
    if (earlier !== undefined) return earlier.id
  }
  const { messageId } = await deps.discord.send(channelId, marked(body, mark), nonceOf(thing.id))
  return messageId
}

const marked = (
  body: RESTPostAPIChannelMessageJSONBody,
  mark: number,
): RESTPostAPIChannelMessageJSONBody => ({
  ...body,
  components: (body.components ?? []).map((component, index) =>
    index === 0 ? { ...component, id: mark } : component,
  ),
})
