import { expect, it } from 'vitest'
import { inParts } from '../../src/db/parts.ts'

it('has all rows once and in order, in parts of a size', () => {
  expect(inParts([1, 2, 3, 4, 5], 2)).toEqual([[1, 2], [3, 4], [5]])
  expect(inParts([1, 2, 3, 4], 2)).toEqual([
    [1, 2],
    [3, 4],
  ])
  expect(inParts([1], 2)).toEqual([[1]])
  expect(inParts([])).toEqual([])
})

it('has parts that a statement of a dozen columns can hold, unless told otherwise', () => {
  const rows = Array.from({ length: 4_001 }, (_, at) => at)
  const parts = inParts(rows)
  expect(parts.flat()).toEqual(rows)
  for (const part of parts) expect(part.length * 12).toBeLessThan(32_766)
})
