import { type Line, type Span, span, widthOfLine } from './line.ts'
import { splitAt, widthOf } from './width.ts'

/** Words and the gaps between them, each made of one or more spans. */
const piecesOf = (spans: Line): Line[] => {
  const pieces: Span[][] = []
  let wasGap: boolean | undefined
  for (const { text, style } of spans) {
    for (const run of text.match(/ +|[^ ]+/g) ?? []) {
      const isGap = run.startsWith(' ')
      if (isGap === wasGap) pieces.at(-1)?.push(span(run, style))
      else pieces.push([span(run, style)])
      wasGap = isGap
    }
  }
  return pieces
}

const isGap = (piece: Line): boolean => piece[0]?.text.startsWith(' ') ?? true

/** A word that is longer than a line, in parts that are not. */
const cut = (word: Line, width: number): Line[] => {
  const lines: Span[][] = [[]]
  for (const { text, style } of word) {
    let rest = text
    while (rest !== '') {
      const last = lines.at(-1) ?? []
      const room = width - widthOfLine(last)
      if (room < Math.min(2, widthOf(rest))) {
        lines.push([])
        continue
      }
      const [taken, left] = splitAt(rest, room)
      last.push(span(taken, style))
      rest = left
      if (rest !== '') lines.push([])
    }
  }
  return lines
}

/** Breaks a text into lines at its spaces. `first` is the width of the first line, where that has less room. */
export const wrap = (spans: Line, width: number, first = width): Line[] => {
  const lines: Span[][] = []
  let line: Span[] = []
  let gap: Line = []
  const room = () => (lines.length === 0 ? first : width)
  const end = () => {
    lines.push(line)
    line = []
  }
  for (const piece of piecesOf(spans)) {
    if (isGap(piece)) {
      gap = piece
      continue
    }
    const used = widthOfLine(line) + widthOfLine(gap)
    if (used + widthOfLine(piece) <= room()) line.push(...gap, ...piece)
    else {
      if (line.length > 0) end()
      const [head = [], ...more] = cut(piece, room())
      line = [...head]
      for (const part of more) {
        end()
        line = [...part]
      }
    }
    gap = []
  }
  return [...lines, line]
}

/** Sets items side by side, as many to a line as fit. */
export const flow = (items: readonly Line[], width: number, gap = 2): Line[] => {
  const lines: Span[][] = []
  for (const item of items) {
    const last = lines.at(-1)
    if (last && widthOfLine(last) + gap + widthOfLine(item) <= width)
      last.push(span(' '.repeat(gap)), ...item)
    else lines.push([...item])
  }
  return lines
}
