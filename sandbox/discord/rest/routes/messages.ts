import { ChannelType } from 'discord-api-types/v10'
import { OLD_MESSAGE } from '../../limits/limits.ts'
import { type MessageFields, readMessage } from '../../messages/body.ts'
import { deleteMessage, findMessage } from '../../messages/find.ts'
import { createMessage, editMessage } from '../../messages/write.ts'
import type { Service } from '../../service.ts'
import { may } from '../../world/permissions.ts'
import { timeOf } from '../../world/snowflakes.ts'
import type { Channel, StoredMessage, World } from '../../world/world.ts'
import { closedToYou, missingPermissions, noSharedGuild, notYourMessage, unknownMessage } from '../errors.ts'
import { noContent, ok, type Request } from '../request.ts'
import type { Route } from '../route.ts'
import { channelOf } from './channels.ts'

const BY_CHANNEL = ['channel_id']

/** The message a request is about. Ephemeral ones are hidden from everything but their interaction's token. */
const messageOf = (world: World, { param }: Request): StoredMessage => {
  const message = findMessage(world, param('channel_id'), param('message_id'))
  if (!message || message.onlyFor !== null) throw unknownMessage()
  return message
}

const keepDmRules = (world: World, channel: Channel): void => {
  if (channel.type !== ChannelType.DM) return
  const person = channel.recipients.find((id) => id !== world.bot.id) ?? ''
  const account = world.accounts.get(person)
  const share = [...world.guilds.values()].some(
    ({ members }) => members.has(person) && members.has(world.bot.id),
  )
  if (!share && !account?.installed) throw noSharedGuild()
  if (account?.dms === 'closed') throw closedToYou()
}

const keepSendRules = (world: World, channel: Channel, fields: MessageFields, files: number): void => {
  keepDmRules(world, channel)
  const can = (...names: Parameters<typeof may>[3][]) => may(world, world.bot.id, channel, ...names)
  if (!can('SendMessages')) throw missingPermissions()
  if (fields.embeds?.length && !can('EmbedLinks')) throw missingPermissions()
  if (files > 0 && !can('AttachFiles')) throw missingPermissions()
  if (fields.message_reference && !can('ReadMessageHistory')) throw missingPermissions()
}

const send = (service: Service, request: Request): StoredMessage => {
  const { world, limits } = service
  const channel = channelOf(world, request)
  const fields = readMessage(request.body)
  keepSendRules(world, channel, fields, request.files.length)
  const nonce = fields.enforce_nonce ? (fields.nonce ?? undefined) : undefined
  const earlier = nonce === undefined ? undefined : limits.nonces.find(channel.id, nonce)
  const repeated = earlier === undefined ? undefined : findMessage(world, channel.id, earlier)
  if (repeated) return repeated
  const message = createMessage(service, { channel, fields, files: request.files })
  if (fields.nonce !== undefined && fields.nonce !== null) {
    limits.nonces.remember(channel.id, fields.nonce, message.body.id)
  }
  return message
}

const edit = (service: Service, request: Request): StoredMessage => {
  const { world, limits } = service
  const channel = channelOf(world, request)
  const message = messageOf(world, request)
  if (message.body.author.id !== world.bot.id) throw notYourMessage()
  if (timeOf(message.body.id) < world.clock.now() - OLD_MESSAGE) limits.takeOldEdit(channel.id)
  const fields = readMessage(request.body)
  return editMessage(service, message, { channel, fields, files: request.files })
}

const list = (world: World, request: Request): unknown[] => {
  const channel = channelOf(world, request)
  if (!may(world, world.bot.id, channel, 'ReadMessageHistory')) return []
  const { query } = request
  const [before, after] = [query.get('before'), query.get('after')]
  const limit = Math.min(100, Math.max(1, Number(query.get('limit') ?? 50) || 50))
  const found = (world.messages.get(channel.id) ?? [])
    .filter(({ onlyFor }) => onlyFor === null)
    .filter(({ body }) => before === null || BigInt(body.id) < BigInt(before))
    .filter(({ body }) => after === null || BigInt(body.id) > BigInt(after))
  return (after === null ? found.slice(-limit) : found.slice(0, limit)).map(({ body }) => body).reverse()
}

export const messageRoutes: readonly Route[] = [
  {
    method: 'GET',
    route: '/channels/{channel_id}/messages',
    auth: 'bot',
    pace: { name: 'list messages', limit: 5, perMs: 1_000, by: BY_CHANNEL },
    run: ({ world }, request) => ok(list(world, request)),
  },
  {
    method: 'POST',
    route: '/channels/{channel_id}/messages',
    auth: 'bot',
    pace: { name: 'send message', limit: 5, perMs: 5_000, by: BY_CHANNEL },
    run: (service, request) => ok(send(service, request).body),
  },
  {
    method: 'GET',
    route: '/channels/{channel_id}/messages/{message_id}',
    auth: 'bot',
    pace: { name: 'get message', limit: 5, perMs: 1_000, by: BY_CHANNEL },
    run: ({ world }, request) => {
      const channel = channelOf(world, request)
      if (!may(world, world.bot.id, channel, 'ReadMessageHistory')) throw missingPermissions()
      return ok(messageOf(world, request).body)
    },
  },
  {
    method: 'PATCH',
    route: '/channels/{channel_id}/messages/{message_id}',
    auth: 'bot',
    pace: { name: 'edit message', limit: 5, perMs: 5_000, by: BY_CHANNEL },
    original: ({ world }, { param }) => findMessage(world, param('channel_id'), param('message_id')),
    run: (service, request) => ok(edit(service, request).body),
  },
  {
    method: 'DELETE',
    route: '/channels/{channel_id}/messages/{message_id}',
    auth: 'bot',
    pace: { name: 'delete message', limit: 5, perMs: 1_000, by: BY_CHANNEL },
    run: ({ world }, request) => {
      const channel = channelOf(world, request)
      const message = messageOf(world, request)
      const isOwn = message.body.author.id === world.bot.id
      const mayManage = channel.guild !== null && may(world, world.bot.id, channel, 'ManageMessages')
      if (!isOwn && !mayManage) throw missingPermissions()
      deleteMessage(world, message)
      return noContent
    },
  },
]
