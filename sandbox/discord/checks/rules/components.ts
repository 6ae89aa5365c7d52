import { ComponentType } from 'discord-api-types/v10'
import type { Breach } from '../../checks-seam.ts'
import { LIMITS } from '../limits.ts'
import { charactersIn } from '../shapes/kit.ts'
import type { Message } from '../shapes/message.ts'
import { distinctIds } from './ids.ts'
import { type Found, walk } from './walk.ts'

const { components: limits } = LIMITS

const isThere = (value: unknown): boolean => (Array.isArray(value) ? value.length > 0 : Boolean(value))

const OLD = ['content', 'embeds', 'poll', 'sticker_ids'] as const

/** What Components V2 leaves no room for. */
const onlyComponents = (message: Message): Breach[] =>
  OLD.filter((field) => isThere(message[field])).map((where) => ({
    where,
    why: 'Cannot be used together with IS_COMPONENTS_V2.',
  }))

/** Without Components V2 there are rows only. */
const onlyRows = ({ components }: Message): Breach[] => {
  const parts = components ?? []
  const strangers = parts.flatMap(({ type }, index) =>
    type === ComponentType.ActionRow
      ? []
      : [
          {
            where: `components.${index}.type`,
            why: `A component of type ${type} needs the flag IS_COMPONENTS_V2 (1 << 15).`,
          },
        ],
  )
  return parts.length > limits.legacyRows
    ? [
        ...strangers,
        { where: 'components', why: `At most ${limits.legacyRows} rows without IS_COMPONENTS_V2.` },
      ]
    : strangers
}

const textIn = ({ part }: Found): number =>
  part.type === ComponentType.TextDisplay && 'content' in part ? charactersIn(String(part.content)) : 0

const fewEnough = (parts: readonly Found[]): Breach[] => {
  const characters = parts.reduce((sum, one) => sum + textIn(one), 0)
  return [
    ...(parts.length > limits.inAll
      ? [
          {
            where: 'components',
            why: `At most ${limits.inAll} in all, nested ones too, but has ${parts.length}.`,
          },
        ]
      : []),
    ...(characters > limits.textInAll
      ? [
          {
            where: 'components',
            why: `At most ${limits.textInAll} characters over all text displays, but has ${characters}.`,
          },
        ]
      : []),
  ]
}

/** What holds for the components of a message together. */
export const componentRules = (message: Message, isV2: boolean): Breach[] => {
  const parts = [...walk(message.components ?? [], 'components')]
  return [...(isV2 ? onlyComponents(message) : onlyRows(message)), ...fewEnough(parts), ...distinctIds(parts)]
}
