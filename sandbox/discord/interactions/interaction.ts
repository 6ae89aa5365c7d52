import type { APIUser, ApplicationCommandType, InteractionType } from 'discord-api-types/v10'
import type { ModalFields } from '../messages/body.ts'
import type { Channel, Guild, StoredMessage } from '../world/world.ts'

/** What autocomplete offers. */
export type Choice = { name: string; value: string | number }

/** The answer that had to come within three seconds. */
export type FirstAnswer = {
  /** Discord's callback type: 4 message, 5 and 6 deferred, 7 update, 8 choices, 9 modal. */
  type: number
  /** Milliseconds it took. */
  tookMs: number
  modal?: ModalFields
  choices?: readonly Choice[]
}

/** How long there is for the first answer, in real milliseconds. */
export const FIRST_ANSWER_WITHIN = 3_000

/** One thing that one person did, and what came of it. */
export type Interaction = {
  id: string
  token: string
  kind: InteractionType
  user: APIUser
  guild: Guild | null
  channel: Channel
  /** Who brought the app here: `0` the server (or `"0"` in a direct message), `1` the person. */
  owners: Record<string, string>
  /** The command, where one was used, with its subcommands. */
  command: { name: string; type: ApplicationCommandType } | null
  /** The message whose button or select was used, also when that led to a modal. */
  source: StoredMessage | null
  /** On the world's clock. */
  bornAt: number
  /** Real milliseconds since it was sent. */
  age: () => number
  first: FirstAnswer | null
  answered: PromiseWithResolvers<FirstAnswer>
  /** What `@original` means. */
  original: StoredMessage | null
  followUps: StoredMessage[]
  /** How often something was done with its token after the first answer. */
  touched: number
}
