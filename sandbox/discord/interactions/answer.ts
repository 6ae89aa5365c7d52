import { InteractionResponseType as Answer, InteractionType, MessageFlags } from 'discord-api-types/v10'
import { z } from 'zod'
import { read, readMessage, readModal } from '../messages/body.ts'
import { findMessage } from '../messages/find.ts'
import { numbered } from '../messages/parts.ts'
import { createLoading, createMessage, editMessage } from '../messages/write.ts'
import { alreadyAcknowledged, invalid, unknownInteraction, unknownMessage } from '../rest/errors.ts'
import type { UploadedFile } from '../rest/request.ts'
import type { Service } from '../service.ts'
import { announce, type StoredMessage } from '../world/world.ts'
import { FIRST_ANSWER_WITHIN, type FirstAnswer, type Interaction } from './interaction.ts'
import { replyExtra } from './reply.ts'

type Given = { type: number; data: unknown; files: readonly UploadedFile[] }

/** What the callback tells about: the message that is now there or changed, and whether it still thinks. */
type Outcome = { shown: StoredMessage | null; loading: boolean; tells?: Partial<FirstAnswer> }

const MESSAGE = [Answer.ChannelMessageWithSource, Answer.DeferredChannelMessageWithSource]
const UPDATE = [Answer.DeferredMessageUpdate, Answer.UpdateMessage]

const allowedFor = ({ kind, source }: Interaction): number[] => {
  if (kind === InteractionType.ApplicationCommandAutocomplete) {
    return [Answer.ApplicationCommandAutocompleteResult]
  }
  const withoutModal = source ? [...MESSAGE, ...UPDATE] : MESSAGE
  return kind === InteractionType.ModalSubmit ? withoutModal : [...withoutModal, Answer.Modal]
}

const choices = z.looseObject({
  choices: z
    .array(
      z.looseObject({
        name: z.string().min(1).max(100),
        value: z.union([z.string().max(100), z.number()]),
      }),
    )
    .max(25, 'Must be 25 or fewer in length.'),
})

const reply = (service: Service, interaction: Interaction, { data, files }: Given): Outcome => {
  const fields = readMessage(data)
  const isEphemeral = ((fields.flags ?? 0) & MessageFlags.Ephemeral) !== 0
  const shown = createMessage(service, {
    channel: interaction.channel,
    fields,
    files,
    onlyFor: isEphemeral ? interaction.user.id : null,
    extra: replyExtra(service, interaction),
  })
  interaction.original = shown
  return { shown, loading: false }
}

const think = (service: Service, interaction: Interaction, { data }: Given): Outcome => {
  const isEphemeral = ((readMessage(data).flags ?? 0) & MessageFlags.Ephemeral) !== 0
  const shown = createLoading(service, {
    channel: interaction.channel,
    onlyFor: isEphemeral ? interaction.user.id : null,
    extra: replyExtra(service, interaction),
  })
  interaction.original = shown
  return { shown, loading: true }
}

const sourceOf = ({ world }: Service, { source }: Interaction): StoredMessage => {
  const stored = source && findMessage(world, source.body.channel_id, source.body.id)
  if (!stored) throw unknownMessage()
  return stored
}

const update = (service: Service, interaction: Interaction, { type, data, files }: Given): Outcome => {
  const shown = sourceOf(service, interaction)
  if (type === Answer.UpdateMessage) {
    editMessage(service, shown, { channel: interaction.channel, fields: readMessage(data), files })
  }
  interaction.original = shown
  return { shown, loading: false }
}

const outcomeOf = (service: Service, interaction: Interaction, given: Given): Outcome => {
  const { type, data } = given
  if (type === Answer.ChannelMessageWithSource) return reply(service, interaction, given)
  if (type === Answer.DeferredChannelMessageWithSource) return think(service, interaction, given)
  if (type === Answer.DeferredMessageUpdate || type === Answer.UpdateMessage) {
    return update(service, interaction, given)
  }
  if (type === Answer.Modal) {
    const modal = readModal(data)
    const components = numbered(modal.components)
    return { shown: null, loading: false, tells: { modal: { ...modal, components } } }
  }
  return { shown: null, loading: false, tells: read(choices, data) }
}

/**
 * Takes the first answer to an interaction. Too late, and it is unknown; twice, and it was acknowledged already; an
 * answer that is wrong in itself (50035) leaves it open for a better one.
 */
export const answer = (service: Service, interaction: Interaction, given: Given): Omit<Outcome, 'tells'> => {
  if (interaction.first) throw alreadyAcknowledged()
  if (interaction.age() > FIRST_ANSWER_WITHIN) throw unknownInteraction()
  const allowed = allowedFor(interaction)
  if (!allowed.includes(given.type)) throw invalid('type', `Value must be one of {${allowed.join(', ')}}.`)
  const { tells = {}, ...outcome } = outcomeOf(service, interaction, given)
  const first = { type: given.type, tookMs: interaction.age(), ...tells }
  interaction.first = first
  interaction.answered.resolve(first)
  announce(service.world)
  return outcome
}
