import { ApplicationCommandType } from 'discord-api-types/v10'
import type { Breach } from '../../checks-seam.ts'
import { LIMITS } from '../limits.ts'
import { type Command, isTypable, NOT_TYPABLE, type Option } from '../shapes/command.ts'
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

const typableNames = ({ name, name_localizations: translated }: Command): Breach[] =>
  [
    { where: 'name', name },
    ...Object.entries(translated ?? {}).map(([locale, text]) => ({
      where: `name_localizations.${locale}`,
      name: text,
    })),
  ]
    .filter((one) => !isTypable(one.name ?? ''))
    .map(({ where }) => ({ where, why: NOT_TYPABLE }))

const slashRules = (command: Command): Breach[] => [
  ...typableNames(command),
  ...(command.description ? [] : [{ where: 'description', why: 'A slash command needs a description.' }]),
  ...optionRules(command.options ?? [], 'options'),
]

const menuRules = ({ description, options }: Command): Breach[] => [
  ...(description ? [{ where: 'description', why: 'A command of a context menu has no description.' }] : []),
  ...(options?.length ? [{ where: 'options', why: 'A command of a context menu has no options.' }] : []),
]

/** A change names only what changes, so that it may not tell of which type the command is. */
const rulesOfItsType = (command: Command, isNew: boolean): Breach[] => {
  const type = command.type ?? (isNew ? ApplicationCommandType.ChatInput : undefined)
  if (type === undefined) return optionRules(command.options ?? [], 'options')
  return type === ApplicationCommandType.ChatInput ? slashRules(command) : menuRules(command)
}

/** What holds for a whole command. `inGuild`: it is registered in one guild only. */
export const commandRules = (
  command: Command,
  { inGuild, isNew }: { inGuild: boolean; isNew: boolean },
): Breach[] => {
  const length = commandLength(command)
  const { inAll } = LIMITS.command
  const globalOnly = (['contexts', 'integration_types'] as const).filter((field) => inGuild && command[field])
  return [
    ...rulesOfItsType(command, isNew),
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
