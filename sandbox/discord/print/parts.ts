import {
  type APIContainerComponent,
  type APIMessageTopLevelComponent,
  type APISectionComponent,
  type APISeparatorComponent,
  ComponentType,
  SeparatorSpacingSize,
} from 'discord-api-types/v10'
import { barred } from './bar.ts'
import { buttonLine } from './buttons.ts'
import { type Line, padded, span, widthOfLine } from './line.ts'
import type { Print } from './options.ts'
import { fileLine, pictureLine } from './pictures.ts'
import { selectLine } from './selects.ts'
import { textLines } from './text.ts'
import { flow, wrap } from './wrap.ts'

type Part = APIMessageTopLevelComponent | APIContainerComponent['components'][number]

const GAP = 3

/** An accessory stands at the right of the first line if that leaves it enough room, else below the text. */
const sectionLines = ({ components, accessory }: APISectionComponent, print: Print): Line[] => {
  const right = accessory.type === ComponentType.Button ? buttonLine(accessory) : pictureLine(accessory)
  const room = print.width - widthOfLine(right) - GAP
  const textIn = (first: number): Line[] =>
    components.flatMap(({ content }, index) => textLines(content, print, index === 0 ? first : print.width))
  const lines = textIn(print.width)
  const fits = widthOfLine(lines[0] ?? []) <= room
  if (!fits && room < print.width / 2) return [...lines, ...wrap(right, print.width)]
  const [first = [], ...others] = fits ? lines : textIn(room)
  return [[...padded(first, room + GAP), ...right], ...others]
}

const separatorLines = ({ divider = true, spacing }: APISeparatorComponent, { width }: Print): Line[] => {
  const rule: Line[] = divider ? [[span('─'.repeat(width), { dim: true })]] : []
  return spacing === SeparatorSpacingSize.Large ? [[], ...rule, []] : rule
}

const linesOf = (part: Part, print: Print): Line[] => {
  switch (part.type) {
    case ComponentType.TextDisplay:
      return textLines(part.content, print)
    case ComponentType.Section:
      return sectionLines(part, print)
    case ComponentType.Separator:
      return separatorLines(part, print)
    case ComponentType.MediaGallery:
      return flow(part.items.map(pictureLine), print.width)
    case ComponentType.File:
      return [fileLine(part.name ?? part.file.url.replace('attachment://', ''))]
    case ComponentType.ActionRow:
      return flow(
        part.components.map((item) =>
          item.type === ComponentType.Button ? buttonLine(item) : selectLine(item, print),
        ),
        print.width,
      )
    case ComponentType.Container:
      return barred((inner) => partsLines(part.components, inner), part.accent_color ?? undefined, print)
    default:
      return [[span(`[component of type ${(part as { type: number }).type}]`, { dim: true })]]
  }
}

/** Rows stand close together, and a rule is gap enough. */
const isGapBetween = (before: Part, after: Part): boolean =>
  before.type !== ComponentType.Separator &&
  after.type !== ComponentType.Separator &&
  !(before.type === ComponentType.ActionRow && after.type === ComponentType.ActionRow)

/** The components of a message from top to bottom. */
export const partsLines = (parts: readonly Part[], print: Print): Line[] =>
  parts.flatMap((part, index) => {
    const before = parts[index - 1]
    const gap: Line[] = before && isGapBetween(before, part) ? [[]] : []
    return [...gap, ...linesOf(part, print)]
  })
