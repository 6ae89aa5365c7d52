import { type APIEmbed, type APIMessageTopLevelComponent, MessageFlags } from 'discord-api-types/v10'
import { embedLines } from './embeds.ts'
import { type Line, span } from './line.ts'
import { decided, type Print, type PrintOptions } from './options.ts'
import { paint } from './paint.ts'
import { partsLines } from './parts.ts'
import { fileLine } from './pictures.ts'
import { textLines } from './text.ts'

/** As much of a message as is printed: one that Discord holds, or the body of one that is to be sent. */
type PrintedMessage = Readonly<{
  content?: string | null
  embeds?: readonly APIEmbed[] | null
  components?: readonly APIMessageTopLevelComponent[] | null
  attachments?: readonly Readonly<{ filename: string }>[]
  flags?: number | null
}>

const has = (message: PrintedMessage, flag: MessageFlags): boolean => ((message.flags ?? 0) & flag) !== 0

const blocksOf = (message: PrintedMessage, print: Print): Line[][] => {
  const { content, embeds, components, attachments } = message
  // With Components V2 a file is seen only where a component shows it.
  const files = has(message, MessageFlags.IsComponentsV2) ? [] : (attachments ?? [])
  return [
    has(message, MessageFlags.Loading) ? [[span('… is thinking', { dim: true })]] : [],
    content ? textLines(content, print) : [],
    ...(embeds ?? []).map((embed) => embedLines(embed, print)),
    files.map(({ filename }) => fileLine(filename)),
    partsLines(components ?? [], print),
    has(message, MessageFlags.Ephemeral) ? [[span('Only you can see this.', { dim: true })]] : [],
  ]
}

/** A message as its reader sees it, for a terminal: several lines, without an end of line after the last. */
export const printMessage = (message: PrintedMessage, options: PrintOptions): string => {
  const print = decided(options)
  const blocks = blocksOf(message, print).filter((lines) => lines.length > 0)
  return paint(
    blocks.flatMap((lines, index) => (index === 0 ? lines : [[], ...lines])),
    print.colour,
  )
}
