import {
  ApplicationIntegrationType,
  ChannelType,
  InteractionContextType,
  ApplicationCommandOptionType as Type,
} from 'discord-api-types/v10'
import { z } from 'zod'
import { LIMITS } from '../limits.ts'
import { numberChoice, textChoice, wholeChoice } from './choice.ts'
import { distinct, list, maybe, snowflake, text, whole } from './kit.ts'
import { translations } from './locales.ts'

const { command: limits } = LIMITS

const SPOKEN = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u

/** What is typed after a slash: of a slash command or of its options. */
export const isTypable = (name: string): boolean => SPOKEN.test(name) && name === name.toLowerCase()

export const NOT_TYPABLE = 'Must be 1 to 32 small letters, digits, hyphens, underscores or apostrophes.'

const typed = z.string().refine(isTypable, NOT_TYPABLE)

const described = {
  name: typed,
  name_localizations: translations(typed),
  description: text(limits.description),
  description_localizations: translations(text(limits.description)),
  required: maybe(z.boolean()),
}

const option = <T extends Type, F extends z.ZodRawShape>(type: T, fields: F) =>
  z.strictObject({ type: z.literal(type), ...described, ...fields })

const offering = <T extends z.ZodType>(choice: T) => ({
  choices: maybe(list(choice, limits.choices)),
  autocomplete: maybe(z.boolean()),
})
const bounded = { min_value: maybe(z.number()), max_value: maybe(z.number()) }

const values = [
  option(Type.String, {
    ...offering(textChoice),
    min_length: maybe(whole(limits.shortest)),
    max_length: maybe(whole(limits.longest)),
  }),
  option(Type.Integer, { ...offering(wholeChoice), ...bounded }),
  option(Type.Number, { ...offering(numberChoice), ...bounded }),
  option(Type.Boolean, {}),
  option(Type.User, {}),
  option(Type.Channel, { channel_types: maybe(distinct(z.array(z.enum(ChannelType)))) }),
  option(Type.Role, {}),
  option(Type.Mentionable, {}),
  option(Type.Attachment, {}),
] as const

const kindError = {
  error: ({ code, input }: { code?: string | undefined; input?: unknown }) =>
    code === 'invalid_union'
      ? `An option of type ${(input as { type?: unknown }).type} can't stand here.`
      : undefined,
}
const optionsOf = <T extends z.ZodType>(item: T) => maybe(list(item, limits.options))

const subcommand = option(Type.Subcommand, {
  options: optionsOf(z.discriminatedUnion('type', values, kindError)),
})
const group = option(Type.SubcommandGroup, {
  options: optionsOf(z.discriminatedUnion('type', [subcommand], kindError)),
})

const commandFields = {
  id: maybe(snowflake),
  type: maybe(z.literal([1, 2, 3])),
  name: text(limits.name),
  name_localizations: translations(text(limits.name)),
  description: maybe(text({ least: 0, most: limits.description.most })),
  description_localizations: translations(text({ least: 0, most: limits.description.most })),
  options: optionsOf(z.discriminatedUnion('type', [...values, subcommand, group], kindError)),
  default_member_permissions: maybe(
    z.string().regex(/^\d+$/, 'Must be permissions as a number in a string.'),
  ),
  dm_permission: maybe(z.boolean()),
  nsfw: maybe(z.boolean()),
  contexts: maybe(distinct(list(z.enum(InteractionContextType), limits.contexts))),
  integration_types: maybe(distinct(list(z.enum(ApplicationIntegrationType), limits.integrationTypes))),
}

/** A command, field by field. */
export const command = z.strictObject(commandFields)
export const changedCommand = command.partial()

export type Command = z.output<typeof changedCommand>
export type Option = NonNullable<Command['options']>[number]
