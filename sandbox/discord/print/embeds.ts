import type { APIEmbed } from 'discord-api-types/v10'
import { barred } from './bar.ts'
import { inlineSpans } from './inline.ts'
import { type Line, span } from './line.ts'
import type { Print } from './options.ts'
import { pictureLine } from './pictures.ts'
import { textLines } from './text.ts'
import { wrap } from './wrap.ts'

const fieldLines = ({ name, value }: { name: string; value: string }, print: Print): Line[] => [
  ...wrap(inlineSpans(name, print, { bold: true }), print.width),
  ...textLines(value, print),
]

const picturesOf = ({ thumbnail, image }: APIEmbed): Line[] =>
  [thumbnail, image].flatMap((media) => (media ? [pictureLine({ media })] : []))

const linesOf = (embed: APIEmbed, print: Print): Line[] => {
  const { author, title, description, fields = [], footer } = embed
  return [
    ...(author ? wrap([span(author.name, { dim: true })], print.width) : []),
    ...(title ? wrap(inlineSpans(title, print, { bold: true }), print.width) : []),
    ...(description ? textLines(description, print) : []),
    ...fields.flatMap((field) => fieldLines(field, print)),
    ...picturesOf(embed),
    ...(footer ? wrap([span(footer.text, { dim: true })], print.width) : []),
  ]
}

/** An embed, framed at its left like a container. */
export const embedLines = (embed: APIEmbed, print: Print): Line[] =>
  barred((inner) => linesOf(embed, inner), embed.color, print)
