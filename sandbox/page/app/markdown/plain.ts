import type { Block, Inline } from './nodes.ts'

const wordsOf = (node: Inline): string => {
  if ('text' in node) return node.text
  return 'inner' in node ? node.inner.map(wordsOf).join('') : ''
}

/** The words of a text's first block, without what marks them. */
export const plainWords = ([first]: readonly Block[]): string =>
  first && 'inner' in first ? (first.inner.map(wordsOf).join('').split('\n')[0]?.trim() ?? '') : ''
