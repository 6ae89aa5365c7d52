import type { Command, CommandOption } from '../../protocol.ts'
import type { ListOption } from '../elements/option-list.ts'
import { avatarUrl } from '../picture.ts'

const YES_OR_NO = 5
const SIGNS = { user: '', role: '@', channel: '#' } as const

/** The commands that what was typed after the slash could mean. */
export const commandsLike = (commands: readonly Command[], typed: string): Command[] => {
  const wanted = typed.slice(1).toLowerCase()
  return commands
    .filter(({ name }) => name.includes(wanted))
    .sort((one, other) => Number(other.name.startsWith(wanted)) - Number(one.name.startsWith(wanted)))
}

export const commandRow = ({ name, description }: Command): ListOption => ({
  value: name,
  label: `/${name}`,
  description,
})

/** What is offered for an option without asking the program; nothing when only the program knows. */
export const fixedOffers = ({ fills }: Command, option: CommandOption, typed: string): ListOption[] => {
  const all: ListOption[] =
    option.type === YES_OR_NO
      ? [
          { value: 'true', label: 'True' },
          { value: 'false', label: 'False' },
        ]
      : [
          ...option.choices.map(({ name, value }) => ({ value: String(value), label: name })),
          ...(fills[option.name] ?? []).map(({ value, label, kind }) => ({
            value,
            label: `${SIGNS[kind]}${label}`,
            ...(kind === 'user' ? { picture: avatarUrl(value) } : {}),
          })),
        ]
  return all.filter(({ label }) => label.toLowerCase().includes(typed.toLowerCase()))
}

/** Whether an option is chosen from a list that is known beforehand. */
export const isFixed = ({ fills }: Command, { type, choices, name }: CommandOption): boolean =>
  type === YES_OR_NO || choices.length > 0 || fills[name] !== undefined

const NUMBERS = [4, 10]

/** What is sent for an option: what was picked, else what was typed, as the type that the option has. */
export const sentValue = (
  { type, choices }: CommandOption,
  { typed, picked }: { typed: string; picked: string | undefined },
): string | number | boolean => {
  const text = picked ?? typed
  if (type === YES_OR_NO) return text.toLowerCase() === 'true'
  const choice = choices.find(({ value }) => String(value) === text)
  if (choice) return choice.value
  return NUMBERS.includes(type) ? Number(text) : text
}
