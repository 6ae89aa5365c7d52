import { ApplicationCommandType } from 'discord-api-types/v10'
import { z } from 'zod'
import { invalid } from '../rest/errors.ts'

const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u

const localizations = z.record(z.string(), z.string()).nullish()

type Option = {
  type: number
  name: string
  description: string
  required?: boolean | undefined
  autocomplete?: boolean | undefined
  options?: Option[] | undefined
  choices?: { name: string; value: string | number }[] | undefined
  [field: string]: unknown
}

const option: z.ZodType<Option> = z.lazy(() =>
  z.looseObject({
    type: z.int().min(1).max(11),
    name: z.string().regex(NAME, 'String value did not match validation regex.'),
    name_localizations: localizations,
    description: z.string().min(1).max(100),
    description_localizations: localizations,
    required: z.boolean().optional(),
    autocomplete: z.boolean().optional(),
    options: z.array(option).max(25).optional(),
    choices: z
      .array(
        z.looseObject({
          name: z.string().min(1).max(100),
          value: z.union([z.string().max(100), z.number()]),
        }),
      )
      .max(25)
      .optional(),
  }),
)

/** How a command must look, field by field. */
export const newCommand = z.looseObject({
  type: z.int().min(1).max(3).default(1),
  name: z.string().min(1).max(32),
  name_localizations: localizations,
  description: z.string().max(100).optional(),
  description_localizations: localizations,
  options: z.array(option).max(25).optional(),
  default_member_permissions: z.string().regex(/^\d+$/).nullish(),
  contexts: z.array(z.int().min(0).max(2)).nullish(),
  integration_types: z.array(z.int().min(0).max(1)).nullish(),
  nsfw: z.boolean().optional(),
})

/** A command that somebody wants to register. */
export type NewCommand = z.infer<typeof newCommand>

const LONGEST_COMMAND = 8_000

const longest = (own: string, translations: Record<string, string> | null | undefined): number =>
  Math.max(own.length, ...Object.values(translations ?? {}).map(({ length }) => length))

type Texts = {
  name: string
  description?: string | undefined
  options?: Option[] | undefined
  [field: string]: unknown
}

const lengthOf = (texts: Texts): number => {
  const of = (field: string) => texts[field] as Record<string, string> | undefined
  const choices = ((texts.choices ?? []) as { name: string; value: string | number }[]).reduce(
    (all, { name, value }) => all + name.length + String(value).length,
    0,
  )
  return (
    longest(texts.name, of('name_localizations')) +
    longest(texts.description ?? '', of('description_localizations')) +
    choices +
    (texts.options ?? []).reduce((all, one) => all + lengthOf(one), 0)
  )
}

const keepOptionRules = (options: readonly Option[], where: string): void => {
  const names = options.map(({ name }) => name)
  for (const [index, one] of options.entries()) {
    const here = `${where}.options.${index}`
    if (names.indexOf(one.name) !== index) throw invalid(`${here}.name`, 'Option name must be unique.')
    if (one.name !== one.name.toLowerCase()) throw invalid(`${here}.name`, 'Name must be lowercase.')
    if (one.required && options.slice(0, index).some(({ type, required }) => type > 2 && !required)) {
      throw invalid(here, 'Required options must be placed before non-required options')
    }
    if (one.autocomplete && one.choices?.length) {
      throw invalid(here, 'Autocomplete cannot be used together with choices.')
    }
    keepOptionRules(one.options ?? [], here)
  }
}

/** The rules that go beyond single fields; `where` is the command's place in the request. */
export const keepCommandRules = (wanted: NewCommand, where: string, place: string | null): void => {
  const isSlash = wanted.type === ApplicationCommandType.ChatInput
  if (isSlash && (!NAME.test(wanted.name) || wanted.name !== wanted.name.toLowerCase())) {
    throw invalid(`${where}.name`, 'Command name is invalid')
  }
  if (isSlash && !wanted.description) throw invalid(`${where}.description`, 'This field is required')
  if (!isSlash && (wanted.description || wanted.options?.length)) {
    throw invalid(where, 'Context menu commands cannot have description or options')
  }
  if (place !== null && (wanted.contexts || wanted.integration_types)) {
    throw invalid(where, 'Contexts and integration types are for global commands only.')
  }
  if (lengthOf(wanted) > LONGEST_COMMAND) {
    throw invalid(where, `Command exceeds maximum size (${LONGEST_COMMAND})`)
  }
  keepOptionRules(wanted.options ?? [], where)
}
