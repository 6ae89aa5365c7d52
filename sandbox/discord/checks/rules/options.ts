import { ApplicationCommandOptionType as Type } from 'discord-api-types/v10'
import type { Breach } from '../../checks-seam.ts'
import type { Option } from '../shapes/command.ts'

const isNested = ({ type }: Option): boolean => type === Type.Subcommand || type === Type.SubcommandGroup

const requiredFirst = (options: readonly Option[], where: string): Breach[] => {
  const firstOptional = options.findIndex((option) => !isNested(option) && !option.required)
  return options.flatMap(({ required }, index) =>
    required && firstOptional >= 0 && firstOptional < index
      ? [{ where: `${where}.${index}`, why: 'Required options must stand before those that are not.' }]
      : [],
  )
}

const repeatedNames = (named: readonly { name: string }[], where: string): Breach[] => {
  const names = named.map(({ name }) => name)
  return names.flatMap((name, index) =>
    names.indexOf(name) === index
      ? []
      : [{ where: `${where}.${index}.name`, why: `“${name}” stands in this list already.` }],
  )
}

const ofOneKind = (options: readonly Option[], where: string): Breach[] => {
  const nested = options.filter(isNested).length
  return nested === 0 || nested === options.length
    ? []
    : [{ where, why: 'Subcommands and groups cannot stand together with other options.' }]
}

const isUpsideDown = (low: unknown, high: unknown): boolean =>
  typeof low === 'number' && typeof high === 'number' && low > high

const within = (option: Option, where: string): Breach[] => {
  if ('options' in option) return optionRules(option.options ?? [], `${where}.options`)
  const breaches: Breach[] = []
  if ('choices' in option && option.choices) {
    breaches.push(...repeatedNames(option.choices, `${where}.choices`))
    if (option.autocomplete && option.choices.length > 0) {
      breaches.push({ where: `${where}.autocomplete`, why: 'Cannot be used together with choices.' })
    }
  }
  if ('min_value' in option && isUpsideDown(option.min_value, option.max_value)) {
    breaches.push({ where: `${where}.min_value`, why: 'Must not be more than max_value.' })
  }
  if ('min_length' in option && isUpsideDown(option.min_length, option.max_length)) {
    breaches.push({ where: `${where}.min_length`, why: 'Must not be more than max_length.' })
  }
  return breaches
}

/** What holds for the options of a command, or of one of its subcommands, together. */
export const optionRules = (options: readonly Option[], where: string): Breach[] => [
  ...ofOneKind(options, where),
  ...repeatedNames(options, where),
  ...requiredFirst(options, where),
  ...options.flatMap((option, index) => within(option, `${where}.${index}`)),
]
