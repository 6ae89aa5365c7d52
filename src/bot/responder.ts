import type {
  APIApplicationCommandOptionChoice,
  APIModalInteractionResponseCallbackData,
} from 'discord-api-types/v10'
import { InteractionResponseType, MessageFlags } from 'discord-api-types/v10'
import type { MessageBody } from '../views/kit/message.ts'
import type { Interaction } from './interaction.ts'

/** The body of a first answer, as Discord takes it. */
export type FirstAnswer = { type: InteractionResponseType; data?: unknown }

/** The ways to answer one interaction. A first answer goes out once; after it, edits and follow-ups. */
export type Line = Readonly<{
  first(body: FirstAnswer): Promise<void>
  edit(body: MessageBody): Promise<void>
  followUp(body: MessageBody): Promise<void>
}>

type Ack = 'show' | 'update' | 'modal'

/** Keeps count of what was answered, so that the first answer is the first and nothing is answered twice. */
export const createResponder = (line: Line, raw: Interaction) => {
  let acknowledged: Ack | undefined
  const fromMessage = raw.message !== undefined

  return {
    /** Tells Discord that an answer will come. A modal can't be announced: a message is, and says to try again. */
    acknowledge: async (ack: Ack): Promise<void> => {
      if (acknowledged !== undefined) return
      acknowledged = ack === 'update' && fromMessage ? 'update' : 'show'
      await line.first(
        acknowledged === 'update'
          ? { type: InteractionResponseType.DeferredMessageUpdate }
          : {
              type: InteractionResponseType.DeferredChannelMessageWithSource,
              data: { flags: MessageFlags.Ephemeral },
            },
      )
    },

    /** Shows a message to the asker alone. */
    show: async (body: MessageBody): Promise<void> => {
      if (acknowledged === 'show') return line.edit(body)
      const hidden = { ...body, flags: body.flags | MessageFlags.Ephemeral }
      if (acknowledged === 'update') return line.followUp(hidden)
      acknowledged = 'show'
      await line.first({ type: InteractionResponseType.ChannelMessageWithSource, data: hidden })
    },

    /** Changes the message that was pressed. */
    update: async (body: MessageBody): Promise<void> => {
      if (acknowledged !== undefined) return line.edit(body)
      acknowledged = 'update'
      const type = fromMessage
        ? InteractionResponseType.UpdateMessage
        : InteractionResponseType.ChannelMessageWithSource
      await line.first({ type, data: body })
    },

    /** Opens a modal; false when it is too late for one. */
    modal: async (form: APIModalInteractionResponseCallbackData): Promise<boolean> => {
      if (acknowledged !== undefined) return false
      acknowledged = 'modal'
      await line.first({ type: InteractionResponseType.Modal, data: form })
      return true
    },

    choices: async (choices: readonly APIApplicationCommandOptionChoice[]): Promise<void> => {
      acknowledged = 'show'
      await line.first({
        type: InteractionResponseType.ApplicationCommandAutocompleteResult,
        data: { choices },
      })
    },
  }
}

export type Responder = ReturnType<typeof createResponder>
