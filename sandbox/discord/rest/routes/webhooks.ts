import { MessageFlags } from 'discord-api-types/v10'
import type { Interaction } from '../../interactions/interaction.ts'
import { replyExtra } from '../../interactions/reply.ts'
import { readMessage } from '../../messages/body.ts'
import { deleteMessage, findMessage } from '../../messages/find.ts'
import { createMessage, editMessage } from '../../messages/write.ts'
import type { Service } from '../../service.ts'
import { announce, type StoredMessage } from '../../world/world.ts'
import { deadToken, tooManyFollowUps, unknownMessage, unknownWebhook } from '../errors.ts'
import { noContent, ok, type Request } from '../request.ts'
import type { Route } from '../route.ts'

const TOKEN_LIVES = 15 * 60_000
const MOST_FOLLOW_UPS = 5

/** The interaction behind a token that may still be used, and was answered. */
const interactionOf = ({ world }: Service, { param }: Request): Interaction => {
  if (param('webhook_id') !== world.application.id) throw unknownWebhook()
  const interaction = world.interactions.get(param('webhook_token'))
  if (!interaction || interaction.bornAt < world.clock.now() - TOKEN_LIVES) throw deadToken()
  if (!interaction.first || interaction.first.choices) throw unknownWebhook()
  return interaction
}

const find = (service: Service, interaction: Interaction, { param }: Request): StoredMessage => {
  const id = param('message_id')
  const named = [interaction.original, ...interaction.followUps].find((one) => one?.body.id === id)
  const message = id === '' ? interaction.original : named
  const stored = message && findMessage(service.world, message.body.channel_id, message.body.id)
  if (!stored) throw unknownMessage()
  return stored
}

const touch = (service: Service, interaction: Interaction): void => {
  interaction.touched += 1
  announce(service.world)
}

const edit = (service: Service, request: Request): StoredMessage => {
  const interaction = interactionOf(service, request)
  const message = find(service, interaction, request)
  const fields = readMessage(request.body)
  const { channel } = interaction
  const edited = editMessage(service, message, { channel, fields, files: request.files })
  touch(service, interaction)
  return edited
}

const followUp = (service: Service, request: Request): StoredMessage => {
  const interaction = interactionOf(service, request)
  const { channel, user, original, owners, followUps } = interaction
  const fields = readMessage(request.body)
  const content = { channel, fields, files: request.files }
  if (original && (original.body.flags ?? 0) & MessageFlags.Loading) {
    const filled = editMessage(service, original, content)
    touch(service, interaction)
    return filled
  }
  // Only a person brought the app along, no server did.
  if (!('0' in owners) && followUps.length >= MOST_FOLLOW_UPS) throw tooManyFollowUps()
  const isEphemeral = ((fields.flags ?? 0) & MessageFlags.Ephemeral) !== 0
  const message = createMessage(service, {
    ...content,
    onlyFor: isEphemeral ? user.id : null,
    extra: replyExtra(service, interaction, { isFollowUp: true }),
  })
  followUps.push(message)
  touch(service, interaction)
  return message
}

const remove = (service: Service, request: Request) => {
  const interaction = interactionOf(service, request)
  deleteMessage(service.world, find(service, interaction, request))
  touch(service, interaction)
  return noContent
}

const BY_TOKEN = ['webhook_token']
const HOOK = '/webhooks/{webhook_id}/{webhook_token}'

const messageRoutesAt = (route: string): Route[] => [
  {
    method: 'GET',
    route,
    auth: 'token',
    pace: { name: 'get webhook message', limit: 5, perMs: 2_000, by: BY_TOKEN },
    run: (service, request) => ok(find(service, interactionOf(service, request), request).body),
  },
  {
    method: 'PATCH',
    route,
    auth: 'token',
    pace: { name: 'edit webhook message', limit: 5, perMs: 2_000, by: BY_TOKEN },
    original: (service, { param }) => {
      const interaction = service.world.interactions.get(param('webhook_token'))
      const messages = interaction ? [interaction.original, ...interaction.followUps] : []
      const id = param('message_id')
      return (id === '' ? messages[0] : messages.find((one) => one?.body.id === id)) ?? undefined
    },
    run: (service, request) => ok(edit(service, request).body),
  },
  {
    method: 'DELETE',
    route,
    auth: 'token',
    pace: { name: 'delete webhook message', limit: 5, perMs: 2_000, by: BY_TOKEN },
    run: remove,
  },
]

/** The webhook that each interaction's token opens for a quarter of an hour. */
export const webhookRoutes: readonly Route[] = [
  {
    method: 'POST',
    route: HOOK,
    auth: 'token',
    pace: { name: 'follow up', limit: 5, perMs: 2_000, by: BY_TOKEN },
    run: (service, request) => ok(followUp(service, request).body),
  },
  ...messageRoutesAt(`${HOOK}/messages/@original`),
  ...messageRoutesAt(`${HOOK}/messages/{message_id}`),
]
