import {
  type APISelectMenuComponent,
  type APISelectMenuDefaultValue,
  ComponentType,
  type SelectMenuDefaultValueType,
} from 'discord-api-types/v10'
import { type Line, span } from './line.ts'
import type { Print } from './options.ts'

const nameOf = (
  { id, type }: APISelectMenuDefaultValue<SelectMenuDefaultValueType>,
  { names }: Print,
): string => {
  if (type === 'channel') return `#${names.channel(id)}`
  return `@${type === 'role' ? names.role(id) : names.user(id)}`
}

const chosenIn = (select: APISelectMenuComponent, print: Print): string[] => {
  if (select.type !== ComponentType.StringSelect) {
    return (select.default_values ?? []).map((value) => nameOf(value, print))
  }
  return select.options.filter((option) => option.default).map(({ label }) => label)
}

/** `▾ HD-1080p`: what is chosen, else what it asks for, dimmed. */
export const selectLine = (select: APISelectMenuComponent, print: Print): Line => {
  const chosen = chosenIn(select, print)
  const words =
    chosen.length > 0
      ? span(chosen.join(', '))
      : span(select.placeholder ?? 'Make a selection', { dim: true })
  return [span('▾ '), words]
}
