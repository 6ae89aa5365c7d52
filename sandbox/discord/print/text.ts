import { inlineSpans } from './inline.ts'
import { type Line, span } from './line.ts'
import type { Print } from './options.ts'
import { wrap } from './wrap.ts'

/** A line that begins with a sign of its own, wrapped so that all of it stands to the right of that sign. */
const hanging = (sign: string, spans: Line, { width }: Print, first: number, repeat: boolean): Line[] => {
  const room = sign.length
  return wrap(spans, width - room, first - room).map((line, index) => [
    span(index === 0 || repeat ? sign : ' '.repeat(room), { dim: true }),
    ...line,
  ])
}

const lineOf = (text: string, print: Print, first: number): Line[] => {
  const [, heading, title = ''] = /^(#{1,3}) +(.+)$/.exec(text) ?? []
  if (heading) return wrap(inlineSpans(title, print, { bold: true }), print.width, first)
  const [, small] = /^-# +(.+)$/.exec(text) ?? []
  if (small) return wrap(inlineSpans(small, print, { dim: true }), print.width, first)
  const [, quoted] = /^>(?:>>)? +(.+)$/.exec(text) ?? []
  if (quoted) return hanging('│ ', inlineSpans(quoted, print), print, first, true)
  const [, indent = '', bullet, item = ''] = /^( *)([-*]|\d+\.) +(.+)$/.exec(text) ?? []
  if (bullet) {
    const sign = `${indent}${/^\d/.test(bullet) ? bullet : '•'} `
    return hanging(sign, inlineSpans(item, print), print, first, false)
  }
  return wrap(inlineSpans(text, print), print.width, first)
}

/** A text of Discord's markdown in lines. `first` is the width of the first one, where that has less room. */
export const textLines = (text: string, print: Print, first = print.width): Line[] => {
  const lines: Line[] = []
  let inCode = false
  for (const one of text.split('\n')) {
    if (one.trimEnd().startsWith('```')) inCode = !inCode
    else if (inCode) lines.push(...hanging('  ', [span(one)], print, print.width, false))
    else lines.push(...lineOf(one, print, lines.length === 0 ? first : print.width))
  }
  return lines
}
