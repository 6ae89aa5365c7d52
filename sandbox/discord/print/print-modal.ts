import type { APIModalInteractionResponseCallbackData } from 'discord-api-types/v10'
import { fieldLines } from './fields.ts'
import { type Line, padded, span } from './line.ts'
import { decided, type PrintOptions } from './options.ts'
import { paint } from './paint.ts'
import { widthOf } from './width.ts'

const BUTTONS: Line = [span('[ Cancel ]  '), span('[ Submit ]', { bold: true })]

/** A modal as the one who has to fill it in sees it, in a frame. */
export const printModal = (modal: APIModalInteractionResponseCallbackData, options: PrintOptions): string => {
  const print = decided(options)
  const inner = print.width - 4
  const fields = modal.components.flatMap((part) => [...fieldLines(part, { ...print, width: inner }), []])
  const frame = (text: string): Line[number] => span(text, { dim: true })
  const top = print.width - widthOf(modal.title) - 5
  return paint(
    [
      [frame('╭─ '), span(modal.title, { bold: true }), frame(` ${'─'.repeat(Math.max(0, top))}╮`)],
      ...[...fields, BUTTONS].map((line) => [frame('│ '), ...padded(line, inner), frame(' │')]),
      [frame(`╰${'─'.repeat(print.width - 2)}╯`)],
    ],
    print.colour,
  )
}
