import { InteractionResponseType } from 'discord-api-types/v10'
import { z } from 'zod'
import type { Breach, Check } from '../checks-seam.ts'
import { commandRules, commandsRules } from './rules/command.ts'
import { flagsThatFit, SETTABLE } from './rules/flags.ts'
import { distinctIds } from './rules/ids.ts'
import { messageRules, type Way } from './rules/message.ts'
import { walk } from './rules/walk.ts'
import { type Callback, callback } from './shapes/callback.ts'
import { changedCommand, command } from './shapes/command.ts'
import { readAs } from './shapes/explain.ts'
import { snowflake } from './shapes/kit.ts'
import { message } from './shapes/message.ts'

type Request = Parameters<Check>[0]

const inside = (where: string, breaches: readonly Breach[]): Breach[] =>
  breaches.map((breach) => ({
    where: [where, breach.where].filter(Boolean).join('.'),
    why: breach.why,
  }))

/** Reads a body, and asks its rules once its fields are as they should be. */
const checked =
  <T>(
    schema: z.ZodType<T>,
    rules: (body: T, request: Request) => readonly Breach[],
    absent: unknown = {},
  ): Check =>
  (request) => {
    const { value, breaches } = readAs(schema, request.body ?? absent)
    return value === undefined ? breaches : rules(value, request)
  }

const messageCheck = (way: Way): Check =>
  checked(message, (body, request) => messageRules(body, request, way))

const callbackRules = (body: Callback, request: Request): Breach[] => {
  switch (body.type) {
    case InteractionResponseType.ChannelMessageWithSource:
      return inside('data', messageRules(body.data, request, 'answer'))
    case InteractionResponseType.DeferredChannelMessageWithSource:
      return inside('data', flagsThatFit(body.data?.flags ?? 0, SETTABLE.defer, undefined))
    case InteractionResponseType.UpdateMessage:
      return body.data ? inside('data', messageRules(body.data, request, 'edit')) : []
    case InteractionResponseType.Modal:
      return inside('data', distinctIds([...walk(body.data.components, 'components')]))
    default:
      return []
  }
}

const commandChecks = (place: string, inGuild: boolean): [string, Check][] => [
  [`POST ${place}`, checked(command, (body) => commandRules(body, { inGuild, isNew: true }))],
  [
    `PUT ${place}`,
    checked(
      z.array(command),
      (commands) => [
        ...commands.flatMap((one, index) =>
          inside(String(index), commandRules(one, { inGuild, isNew: true })),
        ),
        ...commandsRules(commands),
      ],
      [],
    ),
  ],
  [
    `PATCH ${place}/{command_id}`,
    checked(changedCommand, (body) => commandRules(body, { inGuild, isNew: false })),
  ],
]

const CHANNEL = '/channels/{channel_id}/messages'
const HOOK = '/webhooks/{webhook_id}/{webhook_token}'

const CHECKS: ReadonlyMap<string, Check> = new Map([
  [`POST ${CHANNEL}`, messageCheck('send')],
  [`PATCH ${CHANNEL}/{message_id}`, messageCheck('edit')],
  [`POST ${HOOK}`, messageCheck('answer')],
  [`PATCH ${HOOK}/messages/@original`, messageCheck('edit')],
  [`PATCH ${HOOK}/messages/{message_id}`, messageCheck('edit')],
  ['POST /interactions/{interaction_id}/{interaction_token}/callback', checked(callback, callbackRules)],
  ['POST /users/@me/channels', checked(z.strictObject({ recipient_id: snowflake }), () => [])],
  ...commandChecks('/applications/{application_id}/commands', false),
  ...commandChecks('/applications/{application_id}/guilds/{guild_id}/commands', true),
])

/** Shapes, lengths and rules as Discord's documentation states them. Routes that aren't written here pass. */
export const documentation: Check = (request) =>
  CHECKS.get(`${request.method} ${request.route}`)?.(request) ?? []
