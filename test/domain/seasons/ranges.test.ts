import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rangesOf, readOpenRanges, readRanges } from '../../../src/domain/seasons/ranges.ts'

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
    ['1,,2', [1, 2]],
    ['1 + 3', [1, 3]],
    ['١-٣', [1, 2, 3]],
    ['۱۲، ۱۴', [12, 14]],
    ['१–३', [1, 2, 3]],
    ['１～３、７', [1, 2, 3, 7]],
    ['1〜3', [1, 2, 3]],
    ['1−3', [1, 2, 3]],
    ['1…3', [1, 2, 3]],
    ['\u200f1-3\u200e', [1, 2, 3]],
  ])('reads %j', (text, numbers) => {
    expect(readRanges(text)).toEqual(numbers)
  })

  it.each([
    '',
    ' ',
    ',',
    'all',
    '3-1',
    '1-',
    '-3',
    '1-2-3',
    '1,x',
    '1.5',
    '99999',
    '1-99999',
    '3+',
    '+',
    '½',
    '二',
  ])('does not guess at %j', (text) => {
    expect(readRanges(text)).toBeUndefined()
  })

  it.each([
    ['36+', { numbers: [], from: 36 }],
    ['1-3, 36+', { numbers: [1, 2, 3], from: 36 }],
    ['36 + , 2', { numbers: [2], from: 36 }],
    ['9+, 4+', { numbers: [], from: 4 }],
    ['٣+', { numbers: [], from: 3 }],
  ])('takes in what follows: %j', (text, typed) => {
    expect(readOpenRanges(text)).toEqual(typed)
  })

  it('reads any text without taking long over it', () => {
    const text = fc.string({ unit: fc.constantFrom(...'0123456789-–+,; .\u200b١to'), maxLength: 4_000 })
    fc.assert(
      fc.property(text, (typed) => {
        const read = readOpenRanges(typed)
        for (const number of read?.numbers ?? []) expect(number).toBeLessThanOrEqual(9_999)
      }),
    )
  })

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
