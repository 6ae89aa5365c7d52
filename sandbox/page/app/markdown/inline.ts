import type { Inline } from './nodes.ts'

/** Between two marks: anything, and what a backslash protects. */
const INSIDE = '((?:\\\\[\\s\\S]|[^\\\\])+?)'

type Found = readonly string[]
type Rule = Readonly<{ pattern: RegExp; node(found: Found): Inline }>

const wrapped =
  (kind: 'bold' | 'italic' | 'underline' | 'strike' | 'spoiler') =>
  ([, inner = '']: Found): Inline => ({ kind, inner: readInline(inner) })

const mention =
  (of: 'user' | 'role' | 'channel') =>
  ([, id = '']: Found): Inline => ({ kind: 'mention', of, id })

const plainLink = ([, url = '']: Found): Inline => ({
  kind: 'link',
  url,
  inner: [{ kind: 'text', text: url }],
})

/** In the order in which Discord tries them. A link leads to http or https and nowhere else. */
const RULES: readonly Rule[] = [
  { pattern: /\\([^\p{L}\p{N}\s])/uy, node: ([, text = '']) => ({ kind: 'text', text }) },
  {
    pattern: /(`+)([^`](?:[\s\S]*?[^`])?)\1(?!`)/y,
    node: ([, , code = '']) => ({ kind: 'code', text: code.trim() }),
  },
  {
    pattern: /\[((?:\\.|[^\]\\])+)\]\(<?(https?:\/\/[^\s>)]+)>?\)/y,
    node: ([, words = '', url = '']) => ({ kind: 'link', url, inner: readInline(words) }),
  },
  { pattern: /<(https?:\/\/[^\s>]+)>/y, node: plainLink },
  { pattern: /(https?:\/\/[^\s<>)\]]*[^\s<>)\].,;:!?'"])/y, node: plainLink },
  { pattern: /<@&(\d+)>/y, node: mention('role') },
  { pattern: /<@!?(\d+)>/y, node: mention('user') },
  { pattern: /<#(\d+)>/y, node: mention('channel') },
  { pattern: /<\/([^:>]+):\d+>/y, node: ([, name = '']) => ({ kind: 'command', name }) },
  { pattern: /(@everyone|@here)\b/y, node: ([text = '']) => ({ kind: 'everyone', text }) },
  { pattern: /<a?(:\w+:)\d+>/y, node: ([, text = '']) => ({ kind: 'emoji', text }) },
  {
    pattern: /<t:(-?\d+)(?::([tTdDfFsSR]))?>/y,
    node: ([, seconds, style = 'f']) => ({ kind: 'time', at: Number(seconds) * 1_000, style }),
  },
  { pattern: new RegExp(`\\*\\*${INSIDE}\\*\\*(?!\\*)`, 'y'), node: wrapped('bold') },
  { pattern: new RegExp(`__${INSIDE}__(?!_)`, 'y'), node: wrapped('underline') },
  { pattern: new RegExp(`~~${INSIDE}~~`, 'y'), node: wrapped('strike') },
  { pattern: new RegExp(`\\|\\|${INSIDE}\\|\\|`, 'y'), node: wrapped('spoiler') },
  { pattern: new RegExp(`\\*(?![\\s*])${INSIDE}(?<!\\s)\\*(?!\\*)`, 'y'), node: wrapped('italic') },
  { pattern: new RegExp(`(?<!\\w)_${INSIDE}_(?!\\w)`, 'y'), node: wrapped('italic') },
]

const matchAt = (text: string, at: number) => {
  for (const { pattern, node } of RULES) {
    pattern.lastIndex = at
    const found = pattern.exec(text)
    if (found) return { length: found[0].length, node: node(found) }
  }
  return undefined
}

/** Reads a run of Discord's markdown. */
export const readInline = (text: string): Inline[] => {
  const nodes: Inline[] = []
  let plain = ''
  const add = (node: Inline) => {
    if (node.kind === 'text') plain += node.text
    else {
      if (plain !== '') nodes.push({ kind: 'text', text: plain })
      plain = ''
      nodes.push(node)
    }
  }
  let at = 0
  while (at < text.length) {
    const hit = matchAt(text, at)
    add(hit?.node ?? { kind: 'text', text: text.charAt(at) })
    at += hit?.length ?? 1
  }
  if (plain !== '') nodes.push({ kind: 'text', text: plain })
  return nodes
}
