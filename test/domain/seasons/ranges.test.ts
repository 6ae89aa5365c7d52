import { describe, expect, it } from 'vitest'
import { rangesOf, readRanges } from '../../../src/domain/seasons/ranges.ts'

describe('numbers as people type them', () => {
  it.each([
    ['1-3, 7', [1, 2, 3, 7]],
    ['7,1-3', [1, 2, 3, 7]],
    ['1–3;7', [1, 2, 3, 7]],
    ['1 2 3', [1, 2, 3]],
    [' 1 - 3 , 7 ', [1, 2, 3, 7]],
    ['2-3, 31', [2, 3, 31]],
    ['0', [0]],
    ['2003-2005', [2003, 2004, 2005]],
    ['3, 3, 2-3', [2, 3]],
    ['1-3,', [1, 2, 3]],
  ])('reads %j', (text, numbers) => {
    expect(readRanges(text)).toEqual(numbers)
  })

  it.each(['', ' ', ',', 'all', '3-1', '1-', '-3', '1-2-3', '1,x', '1.5', '99999', '1-99999', '١'])(
    'does not guess at %j',
    (text) => {
      expect(readRanges(text)).toBeUndefined()
    },
  )

  it('writes them as it reads them', () => {
    for (let bits = 1; bits < 1 << 10; bits += 1) {
      const numbers = Array.from({ length: 10 }, (_, at) => at).filter((at) => (bits >> at) & 1)
      expect(readRanges(rangesOf(numbers))).toEqual(numbers)
    }
  })

  it('joins what follows on each other', () => {
    expect(rangesOf([1, 2, 3, 7])).toBe('1–3, 7')
    expect(rangesOf([1, 2, 4])).toBe('1, 2, 4')
    expect(rangesOf([])).toBe('')
  })
})
