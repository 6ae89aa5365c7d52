import { ComponentType as Type } from 'discord-api-types/v10'
import type { Breach } from '../../checks-seam.ts'
import type { Placed } from './placed.ts'
import { breach } from './rules.ts'

const SELECTS = [
  Type.StringSelect,
  Type.UserSelect,
  Type.RoleSelect,
  Type.MentionableSelect,
  Type.ChannelSelect,
] as const

const IN_CONTAINER = [
  Type.ActionRow,
  Type.Section,
  Type.TextDisplay,
  Type.MediaGallery,
  Type.File,
  Type.Separator,
]

const IN_LABEL = [
  Type.TextInput,
  ...SELECTS,
  Type.FileUpload,
  Type.RadioGroup,
  Type.CheckboxGroup,
  Type.Checkbox,
]

type Places = Readonly<{ top: readonly Type[]; inside: Readonly<Record<string, readonly Type[]>> }>

/** What may stand where in a message; `<type>.<field>` names the field of a component that holds others. */
export const IN_MESSAGE: Places = {
  top: [...IN_CONTAINER, Type.Container],
  inside: {
    [`${Type.ActionRow}.components`]: [Type.Button, ...SELECTS],
    [`${Type.Section}.components`]: [Type.TextDisplay],
    [`${Type.Section}.accessory`]: [Type.Button, Type.Thumbnail],
    [`${Type.Container}.components`]: IN_CONTAINER,
  },
}

/** What may stand where in a modal. */
export const IN_MODAL: Places = {
  top: [Type.Label, Type.TextDisplay, Type.ActionRow],
  inside: {
    [`${Type.Label}.component`]: IN_LABEL,
    [`${Type.ActionRow}.components`]: [Type.TextInput],
  },
}

/** What may stand in a message without the flag for Components V2. */
export const LEGACY: readonly unknown[] = [Type.ActionRow, Type.Button, ...SELECTS]

export const isSelect = (type: unknown): boolean => SELECTS.some((select) => select === type)

const KNOWN = new Set<unknown>([
  Type.Thumbnail,
  Type.Label,
  Type.Button,
  Type.Container,
  ...IN_CONTAINER,
  ...IN_LABEL,
])

/** A type in words: `a StringSelect`. */
const named = (type: unknown): string => `A component of type ${type} (${Type[type as Type]})`

/** Whether each component is one that Discord knows, and stands where it may. */
export const misplaced = (placed: readonly Placed[], { top, inside }: Places): readonly Breach[] =>
  placed.flatMap(({ part, at, under, role }) => {
    const { type } = part
    if (typeof type !== 'number') return []
    if (!KNOWN.has(type)) return [breach(`${at}.type`, `There is no component of type ${type}.`)]
    // What stands in a misplaced component has no place of its own to be wrong about.
    const allowed = under === undefined ? top : inside[`${under}.${role}`]
    return !allowed || allowed.some((one) => one === type)
      ? []
      : [breach(`${at}.type`, `${named(type)} can't stand here: only ${allowed.join(', ')}.`)]
  })
