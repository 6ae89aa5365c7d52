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
const RANGE = /^(\d{1,4})(?:\s*(?:-|to|bis|à)\s*(\d{1,4}))?$/iu
const OPEN = /^(\d{1,4})\s*\+$/

/** The value of a digit of any script: those of one script follow each other, from nought on. */
const digitOf = (digit: string): string => {
  const code = digit.codePointAt(0) ?? 0
  let nought = code
  while (code - nought < 9 && /\p{Nd}/u.test(String.fromCodePoint(nought - 1))) nought -= 1
  return String(code - nought)
}

/** What keyboards of other languages make of digits, dashes and commas, as ours. */
const plainly = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/\p{Nd}/gu, digitOf)
    .replace(/\s*(?:[\p{Pd}−~]|\.\.+)\s*/gu, '-')
    .replace(/[;&،؛、]/g, ',')

/** Numbers that somebody typed; `from`: also all from this one on, as "5+". */
type TypedNumbers = Readonly<{ numbers: readonly number[]; from?: number }>

/**
 * Reads such a text: "1-3, 7", also with other dashes, semicolons or just spaces between the numbers, in the digits of
 * any script; "5+" takes in all that follow. Undefined when any part of it is something else, for half of what was
 * meant is worse than a question.
 */
export const readOpenRanges = (text: string): TypedNumbers | undefined => {
  const parts = plainly(text)
    .replace(/\+(?=\s*\d)/g, ',')
    .replace(/([\d+])\s+(?=\d)/g, '$1,')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const numbers = new Set<number>()
  const open: number[] = []
  for (const part of parts) {
    const [, first, last = first] = RANGE.exec(part) ?? []
    const [, from] = OPEN.exec(part) ?? []
    if (from !== undefined) open.push(Number(from))
    else if (first === undefined || Number(first) > Number(last) || Number(last) > LARGEST) return undefined
    else for (let number = Number(first); number <= Number(last); number += 1) numbers.add(number)
  }
  if (numbers.size === 0 && open.length === 0) return undefined
  return {
    numbers: [...numbers].sort((one, other) => one - other),
    ...(open.length === 0 ? {} : { from: Math.min(...open) }),
  }
}

/** The same where nothing can follow: every number has to be named. */
export const readRanges = (text: string): readonly number[] | undefined => {
  const typed = readOpenRanges(text)
  return typed?.from === undefined ? typed?.numbers : undefined
}
