import {
  type RESTPatchAPIWebhookWithTokenMessageJSONBody,
  type RESTPostAPIInteractionCallbackJSONBody,
  type RESTPostAPIWebhookWithTokenJSONBody,
  Routes,
} from 'discord-api-types/v10'
import { z } from 'zod'
import { SECOND } from '../../platform/clock.ts'
import { isFault } from '../../platform/faults.ts'
import type { CallOptions } from '../http/types.ts'
import { rawFiles } from './files.ts'
import type { Line } from './line.ts'
import type { DiscordFile } from './types.ts'

/** After this the person has been told that we did not respond. */
const TO_ANSWER_MS = 3 * SECOND

/** The first answer. Tried once: Discord takes a second one on the same token for a mistake. */
export const answer = async (
  line: Line,
  interactionId: string,
  token: string,
  body: RESTPostAPIInteractionCallbackJSONBody,
  options?: CallOptions,
): Promise<void> => {
  const route = Routes.interactionCallback(interactionId, token)
  const ask = { ...options, method: 'post', route, body, deadlineMs: TO_ANSWER_MS } as const
  await line('answer an interaction', ask, z.unknown())
}

/** Changes the first answer. Saying it twice does no harm, so an error of Discord's is met with a second try. */
export const editAnswer = async (
  line: Line,
  appId: string,
  token: string,
  body: RESTPatchAPIWebhookWithTokenMessageJSONBody,
  files?: readonly DiscordFile[],
  options?: CallOptions,
): Promise<void> => {
  const route = Routes.webhookMessage(appId, token, '@original')
  const ask = { ...options, method: 'patch', route, body, ...rawFiles(files) } as const
  try {
    await line('edit an answer', ask, z.unknown())
  } catch (error) {
    if (!isFault(error, 'server', 'unreachable')) throw error
    await line('edit an answer', ask, z.unknown())
  }
}

/** Adds a message to the answer. */
export const followUp = async (
  line: Line,
  appId: string,
  token: string,
  body: RESTPostAPIWebhookWithTokenJSONBody,
  options?: CallOptions,
): Promise<Readonly<{ messageId: string }>> => {
  const query = new URLSearchParams({ wait: 'true' })
  const ask = { ...options, method: 'post', route: Routes.webhook(appId, token), body, query } as const
  const { id } = await line('follow an answer up', ask, z.object({ id: z.string() }))
  return { messageId: id }
}
