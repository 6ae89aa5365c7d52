import {
  type RESTPatchAPIChannelMessageJSONBody,
  type RESTPostAPIChannelMessageJSONBody,
  Routes,
} from 'discord-api-types/v10'
import { z } from 'zod'
import { instantIn } from '../http/instant.ts'
import type { CallOptions } from '../http/types.ts'
import { rawFiles } from './files.ts'
import type { Line } from './line.ts'
import type { DiscordFile, RecentMessage } from './types.ts'

const identified = z.object({ id: z.string() })
const component = z.looseObject({ id: z.number().nullish(), custom_id: z.string().nullish() })
const recent = z.array(
  z.object({
    id: z.string(),
    author: identified,
    timestamp: z.string(),
    components: z.array(component).nullish(),
  }),
)

type Component = z.infer<typeof component>

/** Sends a message; Discord takes two with one nonce for the same. */
export const sendMessage = async (
  line: Line,
  channelId: string,
  body: RESTPostAPIChannelMessageJSONBody,
  nonce: string,
  { files, ...options }: CallOptions & Readonly<{ files?: readonly DiscordFile[] }> = {},
): Promise<Readonly<{ messageId: string }>> => {
  const ask = {
    ...options,
    method: 'post',
    route: Routes.channelMessages(channelId),
    body: { ...body, nonce, enforce_nonce: true },
    ...rawFiles(files),
  } as const
  const { id } = await line('send a message', ask, identified)
  return { messageId: id }
}

export const editMessage = async (
  line: Line,
  channelId: string,
  messageId: string,
  body: RESTPatchAPIChannelMessageJSONBody,
  options?: CallOptions,
): Promise<void> => {
  const ask = {
    ...options,
    method: 'patch',
    route: Routes.channelMessage(channelId, messageId),
    body,
  } as const
  await line('edit a message', ask, z.unknown())
}

/** The channel of the DM with somebody. */
export const openDm = async (line: Line, userId: string, options?: CallOptions): Promise<string> => {
  const ask = {
    ...options,
    method: 'post',
    route: Routes.userChannels(),
    body: { recipient_id: userId },
  } as const
  return (await line('open a DM', ask, identified)).id
}

/** Components hold others in fields of several names: rows, sections, accessories, labels. */
const customIdsIn = (value: unknown): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap(customIdsIn)
  if (typeof value !== 'object' || value === null) return []
  const { custom_id, ...rest } = value as Component
  return [...(typeof custom_id === 'string' ? [custom_id] : []), ...Object.values(rest).flatMap(customIdsIn)]
}

/** The newest messages of a channel, newest first. */
export const readRecent = async (
  line: Line,
  channelId: string,
  limit: number,
  options?: CallOptions,
): Promise<readonly RecentMessage[]> => {
  const query = new URLSearchParams({ limit: String(limit) })
  const ask = { ...options, method: 'get', route: Routes.channelMessages(channelId), query } as const
  const found = await line('read a channel', ask, recent)
  return found.map(({ id, author, timestamp, components }) => {
    const mark = components?.[0]?.id
    return {
      id,
      authorId: author.id,
      sentAt: instantIn(timestamp) ?? 0,
      ...(mark == null ? {} : { mark }),
      customIds: customIdsIn(components),
    }
  })
}
