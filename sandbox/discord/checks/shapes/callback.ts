import { InteractionResponseType } from 'discord-api-types/v10'
import { z } from 'zod'
import { choices } from './choice.ts'
import { maybe } from './kit.ts'
import { message } from './message.ts'
import { modal } from './modal.ts'

const {
  Pong,
  ChannelMessageWithSource,
  DeferredChannelMessageWithSource,
  DeferredMessageUpdate,
  UpdateMessage,
  ApplicationCommandAutocompleteResult,
  Modal,
} = InteractionResponseType

const kinds = [
  z.strictObject({ type: z.literal(Pong) }),
  z.strictObject({ type: z.literal(ChannelMessageWithSource), data: message }),
  z.strictObject({
    type: z.literal(DeferredChannelMessageWithSource),
    data: maybe(z.strictObject({ flags: maybe(z.int()) })),
  }),
  z.strictObject({ type: z.literal(DeferredMessageUpdate) }),
  z.strictObject({ type: z.literal(UpdateMessage), data: maybe(message) }),
  z.strictObject({
    type: z.literal(ApplicationCommandAutocompleteResult),
    data: z.strictObject({ choices }),
  }),
  z.strictObject({ type: z.literal(Modal), data: modal }),
] as const

/** The first answer to an interaction. */
export const callback = z.discriminatedUnion('type', kinds, {
  error: ({ code, input }) =>
    code === 'invalid_union'
      ? `Must be one of ${kinds.map(({ shape }) => shape.type.value).join(', ')}, not ${(input as { type?: unknown }).type}.`
      : undefined,
})

export type Callback = z.output<typeof callback>
