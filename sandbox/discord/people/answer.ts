import { type APIMessage, InteractionResponseType as Type } from 'discord-api-types/v10'
import type { Choice, FirstAnswer, Interaction } from '../interactions/interaction.ts'
import { FIRST_ANSWER_WITHIN } from '../interactions/interaction.ts'
import type { ModalFields } from '../messages/body.ts'
import { findMessage } from '../messages/find.ts'
import { textOf } from '../messages/text.ts'
import type { Service } from '../service.ts'
import { until } from './until.ts'

/** A form that is open on somebody's screen. */
export type Modal = ModalFields & { interaction: Interaction }

/** What somebody sees after they did something. */
export type Answer = {
  /** `none`: nothing came within three seconds, and the client says that the app did not respond. */
  kind: 'message' | 'modal' | 'choices' | 'deferred' | 'update' | 'none'
  /** The message that answers, or that was updated, as it is now; nothing once it is deleted. */
  readonly message: APIMessage | undefined
  readonly followUps: readonly APIMessage[]
  modal: Modal | undefined
  choices: readonly Choice[] | undefined
  /** From the moment it was sent to the first answer. */
  tookMs: number
  /** Waits until something came of a deferred answer; others are settled already. */
  settled(withinMs?: number): Promise<Answer>
  /** What can be read in the message, or in the form's title. */
  text(): string
}

const KINDS: Partial<Record<number, Answer['kind']>> = {
  [Type.ChannelMessageWithSource]: 'message',
  [Type.DeferredChannelMessageWithSource]: 'deferred',
  [Type.DeferredMessageUpdate]: 'deferred',
  [Type.UpdateMessage]: 'update',
  [Type.ApplicationCommandAutocompleteResult]: 'choices',
  [Type.Modal]: 'modal',
}

const firstAnswer = async (interaction: Interaction): Promise<FirstAnswer | undefined> => {
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), FIRST_ANSWER_WITHIN - interaction.age())
  })
  try {
    return await Promise.race([interaction.answered.promise, tooLate])
  } finally {
    clearTimeout(timer)
  }
}

/** Waits for the first answer, or for the three seconds to be over. */
export const answerTo = async (service: Service, interaction: Interaction): Promise<Answer> => {
  const { world } = service
  const first = await firstAnswer(interaction)
  const now = (message: { body: APIMessage } | null) =>
    message ? findMessage(world, message.body.channel_id, message.body.id)?.body : undefined
  const kind = (first && KINDS[first.type]) ?? 'none'
  const answer: Answer = {
    kind,
    get message() {
      return now(interaction.original)
    },
    get followUps() {
      return interaction.followUps.flatMap((message) => now(message) ?? [])
    },
    modal: first?.modal && { ...first.modal, interaction },
    choices: first?.choices,
    tookMs: first?.tookMs ?? interaction.age(),
    settled: async (withinMs = 5_000) => {
      if (kind === 'deferred') {
        await until(service, () => interaction.touched > 0, withinMs, 'the deferred answer to be filled in')
      }
      return answer
    },
    text: () => {
      const message = answer.message
      return message ? textOf(message) : (answer.modal?.title ?? '')
    },
  }
  return answer
}
