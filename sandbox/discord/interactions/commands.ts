import { type APIApplicationCommand, ApplicationCommandType } from 'discord-api-types/v10'
import { z } from 'zod'
import { read } from '../messages/body.ts'
import { invalid, tooManyCommands, tooManyCreations } from '../rest/errors.ts'
import type { Service } from '../service.ts'
import { announce } from '../world/world.ts'

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

const command = z.looseObject({
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

type NewCommand = z.infer<typeof command>

/** How many commands of a type one place may have. */
const MOST: Record<number, number> = { 1: 100, 2: 15, 3: 15 }
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

const keepRules = (wanted: NewCommand, where: string, place: string | null): void => {
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

const sameCommand = (one: { name: string; type: number }, other: { name: string; type: number }): boolean =>
  one.name === other.name && one.type === other.type

/**
 * Registers commands in a guild, or everywhere when `place` is null. With `replace` these are all there are. A command
 * that was known by its name and type keeps its id and counts as no creation.
 */
export const keepCommands = (
  { world, limits }: Service,
  place: string | null,
  body: unknown,
  { replace }: { replace: boolean },
): { commands: APIApplicationCommand[]; made: number } => {
  const wanted = read(z.array(command), body)
  const before = world.commands.get(place) ?? []
  for (const [index, one] of wanted.entries()) {
    keepRules(one, replace ? String(index) : '', place)
    if (wanted.findIndex((other) => sameCommand(one, other)) !== index) {
      throw invalid(`${index}.name`, 'Application command names must be unique')
    }
  }
  const known = (one: NewCommand) => before.find((other) => sameCommand(one, other))
  const kept = replace ? [] : before.filter((old) => !wanted.some((one) => sameCommand(one, old)))
  for (const [type, most] of Object.entries(MOST)) {
    if ([...kept, ...wanted].filter((one) => one.type === Number(type)).length > most) throw tooManyCommands()
  }
  const fresh = wanted.filter((one) => !known(one))
  for (const _ of fresh) if (!limits.takeCreation(place ?? 'everywhere')) throw tooManyCreations()
  const commands = wanted.map((one) => ({
    default_member_permissions: null,
    nsfw: false,
    ...(place === null
      ? { contexts: null, integration_types: [0], dm_permission: true }
      : { guild_id: place }),
    ...one,
    description: one.description ?? '',
    id: known(one)?.id ?? world.newId(),
    application_id: world.application.id,
    version: world.newId(),
  })) as unknown as APIApplicationCommand[]
  world.commands.set(place, [...kept, ...commands])
  announce(world)
  return { commands, made: fresh.length }
}
