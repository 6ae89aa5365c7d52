import type { Breach } from '../../checks-seam.ts'
import { LIMITS } from '../limits.ts'
import { type Command, isSlash, isTypable, type Option } from '../shapes/command.ts'
import { charactersIn } from '../shapes/kit.ts'
import { optionRules } from './options.ts'

type Translated = Readonly<Partial<Record<string, string>>> | null | undefined

const longest = (own: string | null | undefined, translated: Translated): number =>
  Math.max(...[own ?? '', ...Object.values(translated ?? {})].map((text) => charactersIn(text ?? '')))

const optionLength = (option: Option): number => {
  const choices = 'choices' in option ? (option.choices ?? []) : []
  const nested = 'options' in option ? (option.options ?? []) : []
  return (
    longest(option.name, option.name_localizations) +
    longest(option.description, option.description_localizations) +
    choices
      .map(
        ({ name, name_localizations, value }) =>
          longest(name, name_localizations) + charactersIn(String(value)),
      )
      .reduce((sum, length) => sum + length, 0) +
    nested.reduce((sum, one) => sum + optionLength(one), 0)
  )
}

/** How many characters of a command count for the limit of 8,000. */
const commandLength = (command: Command): number =>
  longest(command.name, command.name_localizations) +
  longest(command.description, command.description_localizations) +
  (command.options ?? []).reduce((sum, option) => sum + optionLength(option), 0)

const slashRules = ({ name, description, options }: Command, isNew: boolean): Breach[] => [
  ...(name === undefined || isTypable(name)
    ? []
    : [{ where: 'name', why: 'Must be small letters, digits, hyphens, underscores or apostrophes.' }]),
  ...(description || (!isNew && description === undefined)
    ? []
    : [{ where: 'description', why: 'A slash command needs a description.' }]),
  ...optionRules(options ?? [], 'options'),
]

const menuRules = ({ description, options }: Command): Breach[] => [
  ...(description ? [{ where: 'description', why: 'A command of a context menu has no description.' }] : []),
  ...(options?.length ? [{ where: 'options', why: 'A command of a context menu has no options.' }] : []),
]

/** What holds for a whole command. `inGuild`: it is registered in one guild only. */
export const commandRules = (
  command: Command,
  { inGuild, isNew }: { inGuild: boolean; isNew: boolean },
): Breach[] => {
  const length = commandLength(command)
  const { inAll } = LIMITS.command
  const globalOnly = (['contexts', 'integration_types'] as const).filter((field) => inGuild && command[field])
  return [
    ...(isSlash(command) ? slashRules(command, isNew) : menuRules(command)),
    ...(length > inAll ? [{ where: '', why: `At most ${inAll} characters in all, but has ${length}.` }] : []),
    ...globalOnly.map((where) => ({ where, why: 'Only for commands that are registered everywhere.' })),
  ]
}

/** What holds for all commands of one place together. */
export const commandsRules = (commands: readonly Command[]): Breach[] => {
  const keys = commands.map(({ name, type }) => `${type ?? 1} ${name}`)
  const tooMany = Object.entries(LIMITS.command.each).filter(
    ([type, most]) => commands.filter((one) => (one.type ?? 1) === Number(type)).length > most,
  )
  return [
    ...keys.flatMap((key, index) =>
      keys.indexOf(key) === index
        ? []
        : [{ where: `${index}.name`, why: 'Another command of this type has this name already.' }],
    ),
    ...tooMany.map(([type, most]) => ({ where: '', why: `At most ${most} commands of type ${type}.` })),
  ]
}
