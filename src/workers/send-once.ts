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
  if (thing.triedAt !== null && thing.triedAt < deps.clock.now() - NONCE_MS) {
    const earlier = await findSent(deps, channelId, thing.id)
    if (earlier !== undefined) return earlier
  }
  const { messageId } = await deps.discord.send(channelId, marked(body, markOf(thing.id)), nonceOf(thing.id))
  return messageId
}

/** The message that an earlier try to send this left in a channel, if one did and it is among the last there. */
export const findSent = async (
  { discord, applicationId }: Pick<JobDeps, 'discord' | 'applicationId'>,
  channelId: string,
  id: string,
): Promise<string | undefined> => {
  const recent = await discord.recent(channelId, LOOK_BACK)
  const mark = markOf(id)
  return recent.find((message) => message.authorId === applicationId && message.mark === mark)?.id
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
