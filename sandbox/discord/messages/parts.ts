import { ComponentType } from 'discord-api-types/v10'

/** A component of a message or a modal, of whatever type, as it travels. */
export type Part = {
  type: number
  id?: number | undefined
  custom_id?: string | undefined
  components?: Part[] | undefined
  component?: Part | undefined
  accessory?: Part | undefined
  [field: string]: unknown
}

const children = ({ components, component, accessory }: Part): Part[] => [
  ...(components ?? []),
  ...(component ? [component] : []),
  ...(accessory ? [accessory] : []),
]

/** Every component, in the order in which a reader meets them. */
export function* walk(parts: readonly Part[]): Generator<Part> {
  for (const part of parts) {
    yield part
    yield* walk(children(part))
  }
}

/** Gives each component the id that Discord gives it: counted from 1, past those that are taken. */
export const numbered = (parts: readonly Part[]): Part[] => {
  const copies = structuredClone([...parts])
  const taken = new Set([...walk(copies)].map(({ id }) => id))
  let next = 1
  for (const part of walk(copies)) {
    if (part.id) continue
    while (taken.has(next)) next += 1
    part.id = next
    next += 1
  }
  return copies
}

/** A field of a component when it is text, else nothing. */
export const textIn = (part: Part, field: string): string => {
  const value = part[field]
  return typeof value === 'string' ? value : ''
}

const SELECTS: readonly number[] = [
  ComponentType.StringSelect,
  ComponentType.UserSelect,
  ComponentType.RoleSelect,
  ComponentType.MentionableSelect,
  ComponentType.ChannelSelect,
]

export const isSelect = ({ type }: Part): boolean => SELECTS.includes(type)
