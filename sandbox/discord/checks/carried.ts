import { InteractionResponseType as Answer } from 'discord-api-types/v10'
import type { Check } from '../checks-seam.ts'
import { type Fields, isFields, objectsIn, within } from './fields.ts'

type Request = Parameters<Check>[0]

/** Something with rules of its own that a request carries, and where in its body it stands. */
export type Carried = Readonly<
  { at: string; fields: Fields } & (
    | {
        what: 'message'
        isNew: boolean
        /** The flags that the message has before the request. */
        flagsBefore: number
        /** The names of the files that come along. */
        files: readonly string[]
      }
    | { what: 'thinking' | 'modal' | 'choices' }
    | { what: 'command'; isNew: boolean }
  )
>

const MESSAGES = '/channels/{channel_id}/messages'
const HOOK = '/webhooks/{webhook_id}/{webhook_token}'
const COMMANDS = '/applications/{application_id}/commands'
const GUILD_COMMANDS = '/applications/{application_id}/guilds/{guild_id}/commands'

const messageIn = (request: Request, fields: Fields, isNew: boolean, at = ''): Carried => ({
  what: 'message',
  at,
  fields,
  isNew,
  flagsBefore: request.original?.flags ?? 0,
  files: request.files.map(({ name }) => name),
})

const answerIn = (request: Request, { type, data }: Fields): Carried[] => {
  if (!isFields(data)) return []
  const at = 'data'
  switch (type) {
    case Answer.ChannelMessageWithSource:
      return [messageIn(request, data, true, at)]
    case Answer.UpdateMessage:
      return [messageIn(request, data, false, at)]
    case Answer.DeferredChannelMessageWithSource:
      return [{ what: 'thinking', at, fields: data }]
    case Answer.Modal:
      return [{ what: 'modal', at, fields: data }]
    case Answer.ApplicationCommandAutocompleteResult:
      return [{ what: 'choices', at, fields: data }]
    default:
      return []
  }
}

/** What a request carries: nothing, one thing, or the commands of a whole list. */
export const carriedBy = (request: Request): readonly Carried[] => {
  const { method, route, body } = request
  switch (`${method} ${route}`) {
    case `PUT ${COMMANDS}`:
    case `PUT ${GUILD_COMMANDS}`:
      return objectsIn(body).map(([index, fields]) => ({
        what: 'command',
        at: within('', index),
        fields,
        isNew: true,
      }))
  }
  if (!isFields(body)) return []
  switch (`${method} ${route}`) {
    case `POST ${MESSAGES}`:
    case `POST ${HOOK}`:
      return [messageIn(request, body, true)]
    case `PATCH ${MESSAGES}/{message_id}`:
    case `PATCH ${HOOK}/messages/@original`:
    case `PATCH ${HOOK}/messages/{message_id}`:
      return [messageIn(request, body, false)]
    case 'POST /interactions/{interaction_id}/{interaction_token}/callback':
      return answerIn(request, body)
    case `POST ${COMMANDS}`:
    case `POST ${GUILD_COMMANDS}`:
      return [{ what: 'command', at: '', fields: body, isNew: true }]
    case `PATCH ${COMMANDS}/{command_id}`:
    case `PATCH ${GUILD_COMMANDS}/{command_id}`:
      return [{ what: 'command', at: '', fields: body, isNew: false }]
    default:
      return []
  }
}
