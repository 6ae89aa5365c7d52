import {
  type APIModalInteractionResponseCallbackData,
  InteractionResponseType,
  MessageFlags,
} from 'discord-api-types/v10'
import { loadChecks } from '../../../sandbox/discord/checks/index.ts'
import { textOf } from '../../../sandbox/discord/messages/text.ts'
import type { MessageBody } from '../../../src/views/kit/message.ts'

const CALLBACK = '/interactions/{interaction_id}/{interaction_token}/callback'
const checks = await loadChecks()

const breachesOf = (method: string, route: string, body: unknown): string[] =>
  checks
    .flatMap((check) =>
      check({
        method,
        path: route,
        route,
        body,
        files: [],
        original: { flags: MessageFlags.IsComponentsV2 },
      }),
    )
    .map(({ where, why }) => `${where}: ${why}`)

/** What Discord would refuse in a message: in a channel, as an edit there, as an answer that one person sees. */
export const breachesOfMessage = (body: MessageBody): string[] => [
  ...breachesOf('POST', '/channels/{channel_id}/messages', body),
  ...breachesOf('PATCH', '/channels/{channel_id}/messages/{message_id}', body),
  ...breachesOf('POST', CALLBACK, {
    type: InteractionResponseType.ChannelMessageWithSource,
    data: { ...body, flags: body.flags | MessageFlags.Ephemeral },
  }),
]

export const breachesOfModal = (modal: APIModalInteractionResponseCallbackData): string[] =>
  breachesOf('POST', CALLBACK, { type: InteractionResponseType.Modal, data: modal })

/** Everything that can be read in a message, from the top: lines of text, then labels in brackets. */
export const read = (body: MessageBody): string =>
  textOf({ content: '', embeds: [], components: body.components })

/** What Discord renders as markdown: the text displays, without labels. */
export const markdownOf = (body: MessageBody): string[] =>
  JSON.stringify(body)
    .match(/"content":"(?:[^"\\]|\\.)*"/g)
    ?.map((found) => String(JSON.parse(`{${found}}`).content)) ?? []
