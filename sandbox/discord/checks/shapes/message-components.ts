import { ComponentType, SeparatorSpacingSize } from 'discord-api-types/v10'
import { z } from 'zod'
import { LIMITS } from '../limits.ts'
import { button } from './buttons.ts'
import { component, oneOf } from './by-type.ts'
import { keeping, list, maybe, type Rule, text, whole } from './kit.ts'
import { picture, uploaded } from './media.ts'
import { messageSelects } from './selects.ts'

const ANY = { least: 1, most: LIMITS.components.inAll }

export const textDisplay = component(ComponentType.TextDisplay, {
  content: text({ least: 1, most: LIMITS.components.textInAll }),
})

type Row = { components: readonly { type: ComponentType }[] }

const isOfOneKind: Rule<Row> = ({ components }) => {
  const buttons = components.filter(({ type }) => type === ComponentType.Button).length
  if (buttons === components.length) {
    const { buttons: most } = LIMITS.row
    return buttons <= most ? [] : [{ where: 'components', why: `At most ${most} buttons fit in a row.` }]
  }
  return components.length === 1
    ? []
    : [{ where: 'components', why: 'A row holds buttons, or a single select and nothing else.' }]
}

const row = keeping(
  component(ComponentType.ActionRow, { components: list(oneOf(button, ...messageSelects), ANY) }),
  isOfOneKind,
)

const shown = {
  description: maybe(text(LIMITS.media.altText)),
  spoiler: maybe(z.boolean()),
}

const thumbnail = component(ComponentType.Thumbnail, { media: picture, ...shown })

const section = component(ComponentType.Section, {
  components: list(oneOf(textDisplay), LIMITS.section),
  accessory: oneOf(button, thumbnail),
})

const gallery = component(ComponentType.MediaGallery, {
  items: list(z.strictObject({ media: picture, ...shown }), LIMITS.gallery),
})

const file = component(ComponentType.File, {
  file: uploaded,
  spoiler: maybe(z.boolean()),
  name: maybe(z.string()),
  size: maybe(z.number()),
})

const separator = component(ComponentType.Separator, {
  divider: maybe(z.boolean()),
  spacing: maybe(z.enum(SeparatorSpacingSize)),
})

const inside = [row, textDisplay, section, gallery, separator, file] as const

const container = component(ComponentType.Container, {
  accent_color: maybe(whole({ least: 0, most: 0xffffff })),
  spoiler: maybe(z.boolean()),
  components: list(oneOf(...inside), ANY),
})

/** The components of a message, as far as each of them can be judged by itself. */
export const messageComponents = z.array(oneOf(...inside, container))
