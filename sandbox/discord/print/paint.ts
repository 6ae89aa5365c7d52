import type { Line, Span, Style } from './line.ts'

const codesOf = ({ bold, dim, italic, underlined, struck, colour }: Style): string[] => [
  ...(bold ? ['1'] : []),
  ...(dim ? ['2'] : []),
  ...(italic ? ['3'] : []),
  ...(underlined ? ['4'] : []),
  ...(struck ? ['9'] : []),
  ...(colour === undefined ? [] : [`38;2;${(colour >> 16) & 0xff};${(colour >> 8) & 0xff};${colour & 0xff}`]),
]

// A title with control characters in it must not steer the terminal.
const clean = (text: string): string => text.replace(/\p{Cc}/gu, '')

const paintSpan = ({ text, style }: Span): string => {
  const codes = codesOf(style)
  return codes.length === 0 ? clean(text) : `\u001b[${codes.join(';')}m${clean(text)}\u001b[0m`
}

/** Lines as text for a terminal. */
export const paint = (lines: readonly Line[], colour: boolean): string =>
  lines
    .map((line) =>
      colour
        ? line.map(paintSpan).join('')
        : line
            .map(({ text }) => clean(text))
            .join('')
            .trimEnd(),
    )
    .join('\n')
