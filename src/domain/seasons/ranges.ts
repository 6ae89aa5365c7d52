/** Numbers as people write them: 1, 2, 3 and 7 are "1–3, 7". Given in order. */
export const rangesOf = (numbers: readonly number[]): string => {
  const runs: [number, number][] = []
  for (const number of numbers) {
    const last = runs.at(-1)
    if (last !== undefined && number === last[1] + 1) last[1] = number
    else runs.push([number, number])
  }
  return runs
    .map(([from, to]) => (from === to ? `${from}` : to === from + 1 ? `${from}, ${to}` : `${from}–${to}`))
    .join(', ')
}

const LARGEST = 9_999
const RANGE = /^(\d{1,4})(?:\s*(?:-|–|—|\.\.|to|bis|à)\s*(\d{1,4}))?$/iu

/**
 * Reads such a text: "1-3, 7", also with other dashes, semicolons or just spaces between the numbers. Undefined
 * when any part of it is something else, for half of what was meant is worse than a question.
 */
export const readRanges = (text: string): readonly number[] | undefined => {
  const parts = text
    .replace(/\s*(-|–|—|\.\.)\s*/g, '$1')
    .replace(/(\d)\s+(?=\d)/g, '$1,')
    .split(/[,;+&]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const numbers = new Set<number>()
  for (const part of parts) {
    const [, first, last = first] = RANGE.exec(part) ?? []
    if (first === undefined) return undefined
    const [from, to] = [Number(first), Number(last)]
    if (from > to || to > LARGEST) return undefined
    for (let number = from; number <= to; number += 1) numbers.add(number)
  }
  return numbers.size === 0 ? undefined : [...numbers].sort((one, other) => one - other)
}
