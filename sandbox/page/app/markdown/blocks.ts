import { readInline } from './inline.ts'
import type { Block, Item } from './nodes.ts'

const ITEM = /^( *)([-*]|\d+\.) +(.+)$/

const itemOf = (line: string): Item | undefined => {
  const [, indent = '', sign = '', text = ''] = ITEM.exec(line) ?? []
  return text === '' ? undefined : { level: Math.ceil(indent.length / 2), sign, inner: readInline(text) }
}

const headingOf = (line: string): Block | undefined => {
  const [, marks = '', text = ''] = /^(#{1,3}) +(.+)$/.exec(line) ?? []
  return marks === ''
    ? undefined
    : { kind: 'heading', level: marks.length as 1 | 2 | 3, inner: readInline(text) }
}

const smallOf = (line: string): Block | undefined => {
  const [, text] = /^-# +(.+)$/.exec(line) ?? []
  return text === undefined ? undefined : { kind: 'small', inner: readInline(text) }
}

/** How many lines from the first on fit. */
const run = (lines: readonly string[], fits: (line: string) => boolean): number => {
  const end = lines.findIndex((line) => !fits(line))
  return end < 0 ? lines.length : end
}

type Taken = { block: Block; count: number }

const quoteAt = (lines: readonly string[]): Taken | undefined => {
  const [first = ''] = lines
  if (first.startsWith('>>> ')) {
    return { block: { kind: 'quote', blocks: readBlocks(lines.join('\n').slice(4)) }, count: lines.length }
  }
  const count = run(lines, (line) => line.startsWith('> '))
  const text = lines.slice(0, count).map((line) => line.slice(2))
  return count === 0 ? undefined : { block: { kind: 'quote', blocks: readBlocks(text.join('\n')) }, count }
}

const listAt = (lines: readonly string[]): Taken | undefined => {
  const count = run(lines, (line) => ITEM.test(line) && smallOf(line) === undefined)
  const items = lines.slice(0, count).flatMap((line) => itemOf(line) ?? [])
  const ordered = /^\d/.test(items[0]?.sign ?? '')
  return count === 0 ? undefined : { block: { kind: 'list', ordered, items }, count }
}

const lineAt = ([line = '']: readonly string[]): Taken | undefined => {
  const block = headingOf(line) ?? smallOf(line)
  return block && { block, count: 1 }
}

const isPlain = (line: string): boolean =>
  !line.startsWith('> ') && !line.startsWith('>>> ') && !ITEM.test(line) && lineAt([line]) === undefined

const plainAt = (lines: readonly string[]): Taken => {
  const count = Math.max(1, run(lines, isPlain))
  return { block: { kind: 'lines', inner: readInline(lines.slice(0, count).join('\n')) }, count }
}

const withoutFences = (text: string): Block[] => {
  const blocks: Block[] = []
  let lines: readonly string[] = text === '' ? [] : text.split('\n')
  while (lines.length > 0) {
    const { block, count } = quoteAt(lines) ?? lineAt(lines) ?? listAt(lines) ?? plainAt(lines)
    blocks.push(block)
    lines = lines.slice(count)
  }
  return blocks
}

/** Reads a text of Discord's markdown. Nothing in it is ever taken for HTML. */
export const readBlocks = (text: string): Block[] =>
  text.split(/```(?:[a-z0-9+-]+\n)?([\s\S]+?)```/i).flatMap((piece, index): Block[] => {
    if (index % 2 === 1) return [{ kind: 'code', text: piece.replace(/^\n|\n$/g, '') }]
    return withoutFences(piece.replace(/^\n|\n$/g, ''))
  })
