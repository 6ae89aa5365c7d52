import { type APIMessage, ComponentType, MessageFlags, MessageType } from 'discord-api-types/v10'
import { invalid } from '../rest/errors.ts'
import type { UploadedFile } from '../rest/request.ts'
import type { Service } from '../service.ts'
import { announce, type Channel, type StoredMessage, type World } from '../world/world.ts'
import { attachmentsAfter } from './attachments.ts'
import type { MessageFields } from './body.ts'
import { findMessage } from './find.ts'
import { resolveMedia } from './media.ts'
import { pingsOf } from './mentions.ts'
import { numbered, type Part, textIn, walk } from './parts.ts'
import { keepComponentsRules, keepSubstance } from './rules.ts'

const SETTABLE =
  MessageFlags.SuppressEmbeds |
  MessageFlags.SuppressNotifications |
  MessageFlags.IsComponentsV2 |
  MessageFlags.IsVoiceMessage

const textsOf = (content: string, parts: readonly Part[]): string[] => [
  content,
  ...[...walk(parts)].flatMap((part) =>
    part.type === ComponentType.TextDisplay ? textIn(part, 'content') : [],
  ),
]

/** The parts of a stored message, to walk through. */
export const partsOf = ({ components }: Pick<APIMessage, 'components'>): Part[] =>
  (components ?? []) as unknown as Part[]

const fill = (
  service: Service,
  channel: Channel,
  before: APIMessage,
  fields: MessageFields,
  files: readonly UploadedFile[],
): APIMessage => {
  keepComponentsRules(fields, before.flags ?? 0)
  const attachments = attachmentsAfter(service, channel.id, before.attachments, fields, files)
  const content = fields.content === undefined ? before.content : (fields.content ?? '')
  const parts = fields.components === undefined ? partsOf(before) : numbered(fields.components ?? [])
  resolveMedia(parts, attachments)
  const pings = pingsOf(service.world, channel, textsOf(content, parts), fields.allowed_mentions ?? undefined)
  const after: APIMessage = {
    ...before,
    content,
    embeds: (fields.embeds === undefined ? before.embeds : (fields.embeds ?? [])) as APIMessage['embeds'],
    components: parts as unknown as NonNullable<APIMessage['components']>,
    attachments,
    mentions: pings.users,
    mention_roles: pings.roles,
    mention_everyone: pings.everyone,
  }
  keepSubstance({ ...after, components: parts }, fields)
  return after
}

const blank = (world: World, channel: Channel): APIMessage => ({
  id: world.newId(),
  channel_id: channel.id,
  author: world.bot,
  content: '',
  timestamp: new Date(world.clock.now()).toISOString(),
  edited_timestamp: null,
  tts: false,
  mention_everyone: false,
  mentions: [],
  mention_roles: [],
  attachments: [],
  embeds: [],
  components: [],
  pinned: false,
  type: MessageType.Default,
  flags: 0 as MessageFlags,
})

const replyTo = (world: World, channel: Channel, fields: MessageFields): Partial<APIMessage> => {
  const reference = fields.message_reference
  if (!reference) return {}
  const original = findMessage(world, channel.id, reference.message_id)
  if (!original && reference.fail_if_not_exists !== false)
    throw invalid('message_reference', 'Unknown message')
  return {
    type: MessageType.Reply,
    message_reference: { message_id: reference.message_id, channel_id: channel.id },
    referenced_message: original?.body ?? null,
  } as Partial<APIMessage>
}

/** What an interaction adds to the message that answers it. */
export type Extra = Partial<
  Pick<
    APIMessage,
    | 'type'
    | 'application_id'
    | 'webhook_id'
    | 'interaction_metadata'
    | 'message_reference'
    | 'referenced_message'
  >
>

const store = (world: World, channel: Channel, message: StoredMessage): StoredMessage => {
  const list = world.messages.get(channel.id)
  if (list) list.push(message)
  else world.messages.set(channel.id, [message])
  world.typing.delete(channel.id)
  announce(world)
  return message
}

type NewMessage = {
  channel: Channel
  fields: MessageFields
  files: readonly UploadedFile[]
  onlyFor?: string | null
  extra?: Extra
}

export const createMessage = (
  service: Service,
  { channel, fields, files, onlyFor = null, extra = {} }: NewMessage,
): StoredMessage => {
  const { world } = service
  const flags = ((fields.flags ?? 0) & SETTABLE) | (onlyFor === null ? 0 : MessageFlags.Ephemeral)
  const nonce = fields.nonce ?? undefined
  const before = { ...blank(world, channel), ...replyTo(world, channel, fields), ...extra }
  const body = {
    ...fill(service, channel, before, fields, files),
    flags,
    tts: fields.tts ?? false,
    ...(nonce === undefined ? {} : { nonce }),
  }
  return store(world, channel, { body, onlyFor })
}

/** The message that shows a bot thinking, until it is edited. */
export const createLoading = (
  { world }: Service,
  { channel, onlyFor, extra }: { channel: Channel; onlyFor: string | null; extra: Extra },
): StoredMessage => {
  const flags = MessageFlags.Loading | (onlyFor === null ? 0 : MessageFlags.Ephemeral)
  return store(world, channel, { body: { ...blank(world, channel), ...extra, flags }, onlyFor })
}

/** Changes what the request names and leaves the rest. Flags: only embeds and Components V2 can be switched. */
export const editMessage = (
  service: Service,
  message: StoredMessage,
  { channel, fields, files }: Pick<NewMessage, 'channel' | 'fields' | 'files'>,
): StoredMessage => {
  const { world } = service
  const before = message.body.flags ?? 0
  const asked = fields.flags ?? undefined
  const embeds =
    asked === undefined ? before & MessageFlags.SuppressEmbeds : asked & MessageFlags.SuppressEmbeds
  const v2 = ((asked ?? 0) | before) & MessageFlags.IsComponentsV2
  const kept = before & ~(MessageFlags.SuppressEmbeds | MessageFlags.IsComponentsV2 | MessageFlags.Loading)
  const wasLoading = (before & MessageFlags.Loading) !== 0
  message.body = {
    ...fill(service, channel, message.body, fields, files),
    flags: kept | embeds | v2,
    edited_timestamp: wasLoading ? null : new Date(world.clock.now()).toISOString(),
  }
  announce(world)
  return message
}
