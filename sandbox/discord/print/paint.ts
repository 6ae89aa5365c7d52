import type { Line, Style } from './line.ts'

const codesOf = ({ bold, dim, italic, underlined, struck, colour }: Style): string =>
  [
    ...(bold ? ['1'] : []),
    ...(dim ? ['2'] : []),
    ...(italic ? ['3'] : []),
    ...(underlined ? ['4'] : []),
    ...(struck ? ['9'] : []),
    ...(colour === undefined
      ? []
      : [`38;2;${(colour >> 16) & 0xff};${(colour >> 8) & 0xff};${colour & 0xff}`]),
  ].join(';')

// A title with control characters in it must not steer the terminal.
const clean = (text: string): string => text.replace(/\p{Cc}/gu, '')

const paintLine = (line: Line): string => {
  let painted = ''
  let present = ''
  for (const { text, style } of line) {
    const codes = codesOf(style)
    if (codes !== present) painted += `${present && '\u001b[0m'}${codes && `\u001b[${codes}m`}`
    painted += clean(text)
    present = codes
  }
  return present === '' ? painted : `${painted}\u001b[0m`
}

const plainLine = (line: Line): string => line.map(({ text }) => clean(text)).join('')

/** Lines as text for a terminal. */
export const paint = (lines: readonly Line[], colour: boolean): string =>
  lines.map((line) => (colour ? paintLine(line) : plainLine(line)).trimEnd()).join('\n')
