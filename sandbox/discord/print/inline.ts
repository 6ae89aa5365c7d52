import { type Line, type Span, type Style, span } from './line.ts'
import { momentText } from './moment.ts'
import type { Print } from './options.ts'

const BLURPLE = 0x5865f2
const CYAN = 0x3ba5b5

/** Between two marks: anything, and what a backslash protects. */
const INSIDE = '((?:\\\\[\\s\\S]|[^\\\\])+?)'

const mention = (text: string, style: Style): Line => [span(text, { ...style, colour: BLURPLE })]

type Rule = Readonly<{
  pattern: RegExp
  spans(found: readonly string[], style: Style, print: Print): Line
}>

/** Text between marks: styled where there is colour, else between marks of one letter, unless it stands out already. */
const marked =
  (mark: string, name: 'bold' | 'italic' | 'underlined' | 'struck') =>
  ([, inner = '']: readonly string[], style: Style, print: Print): Line => {
    const words = inlineSpans(inner, print, { ...style, [name]: true })
    return print.colour || style[name] || style.bold
      ? words
      : [span(mark, style), ...words, span(mark, style)]
  }

const RULES: readonly Rule[] = [
  { pattern: /\\([^\p{L}\p{N}\s])/uy, spans: ([, letter = ''], style) => [span(letter, style)] },
  {
    pattern: /(`+)([^`](?:[\s\S]*?[^`])?)\1(?!`)/y,
    spans: ([, , code = ''], style, { colour }) => [
      span(colour ? code.trim() : `\`${code.trim()}\``, { ...style, colour: CYAN }),
    ],
  },
  {
    pattern: /\[((?:\\.|[^\]\\])+)\]\(<?(https?:\/\/[^\s>)]+)>?\)/y,
    spans: ([, words = '', url = ''], style, print) => [
      ...inlineSpans(words, print, { ...style, underlined: true }),
      span(` (${url})`, { ...style, dim: true }),
    ],
  },
  { pattern: /<(https?:\/\/[^\s>]+)>/y, spans: ([, url = ''], style) => [span(url, style)] },
  {
    pattern: /<@&(\d+)>/y,
    spans: ([, id = ''], style, { names }) => mention(`@${names.role(id)}`, style),
  },
  {
    pattern: /<@!?(\d+)>/y,
    spans: ([, id = ''], style, { names }) => mention(`@${names.user(id)}`, style),
  },
  {
    pattern: /<#(\d+)>/y,
    spans: ([, id = ''], style, { names }) => mention(`#${names.channel(id)}`, style),
  },
  { pattern: /<\/([^:>]+):\d+>/y, spans: ([, name = ''], style) => mention(`/${name}`, style) },
  { pattern: /<a?(:\w+:)\d+>/y, spans: ([, name = ''], style) => [span(name, style)] },
  {
    pattern: /<t:(-?\d+)(?::([tTdDfFsSR]))?>/y,
    spans: ([, seconds, kind = 'f'], style, { now }) => [
      span(momentText(Number(seconds) * 1_000, kind, now), style),
    ],
  },
  { pattern: new RegExp(`\\*\\*${INSIDE}\\*\\*(?!\\*)`, 'y'), spans: marked('*', 'bold') },
  { pattern: new RegExp(`__${INSIDE}__(?!_)`, 'y'), spans: marked('_', 'underlined') },
  { pattern: new RegExp(`~~${INSIDE}~~`, 'y'), spans: marked('~', 'struck') },
  {
    pattern: new RegExp(`\\|\\|${INSIDE}\\|\\|`, 'y'),
    spans: ([, inner = ''], style, print) => [
      span('▒', style),
      ...inlineSpans(inner, print, style),
      span('▒', style),
    ],
  },
  { pattern: new RegExp(`\\*(?![\\s*])${INSIDE}(?<!\\s)\\*(?!\\*)`, 'y'), spans: marked('_', 'italic') },
  { pattern: new RegExp(`(?<!\\w)_${INSIDE}_(?!\\w)`, 'y'), spans: marked('_', 'italic') },
]

const matchAt = (text: string, at: number) => {
  for (const { pattern, spans } of RULES) {
    pattern.lastIndex = at
    const found = pattern.exec(text)
    if (found) return { found, spans }
  }
  return undefined
}

/** What a reader sees of one line of Discord's markdown. */
export const inlineSpans = (text: string, print: Print, style: Style = {}): Line => {
  const spans: Span[] = []
  let plain = ''
  const flush = () => {
    if (plain !== '') spans.push(span(plain, style))
    plain = ''
  }
  let at = 0
  while (at < text.length) {
    const hit = matchAt(text, at)
    if (hit) {
      flush()
      spans.push(...hit.spans(hit.found, style, print))
      at += hit.found[0].length
    } else {
      plain += text[at]
      at += 1
    }
  }
  flush()
  return spans
}
