import { widthOf } from './width.ts'

/** How a piece of text looks. */
export type Style = Readonly<{
  bold?: boolean
  dim?: boolean
  italic?: boolean
  underlined?: boolean
  struck?: boolean
  /** 0xRRGGBB */
  colour?: number
}>

export type Span = Readonly<{ text: string; style: Style }>

/** One row of the terminal, without its end. */
export type Line = readonly Span[]

export const span = (text: string, style: Style = {}): Span => ({ text, style })

export const widthOfLine = (line: Line): number => line.reduce((sum, { text }) => sum + widthOf(text), 0)

/** Fills a line with spaces up to a width. */
export const padded = (line: Line, width: number): Line => [
  ...line,
  span(' '.repeat(Math.max(0, width - widthOfLine(line)))),
]

/** The same words, all of them dimmed. */
export const dimmed = (line: Line): Line => line.map(({ text, style }) => span(text, { ...style, dim: true }))
