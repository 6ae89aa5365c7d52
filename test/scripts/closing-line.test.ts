import { describe, expect, test } from 'vitest'
import { closingLine, settle } from '../../scripts/closing-line.mjs'

describe('the counts to close with', () => {
  test('are those of the run when it ended well', () => {
    expect(settle({ passed: 3, failed: 0, skipped: 1 }, true)).toEqual({ passed: 3, failed: 0, skipped: 1 })
  })

  test('are those of the run when tests failed', () => {
    expect(settle({ passed: 3, failed: 2, skipped: 0 }, false)).toEqual({ passed: 3, failed: 2, skipped: 0 })
  })

  test.each([
    ['the runner crashed before it could tell', undefined, false],
    ['the runner ended badly though no test failed', { passed: 3, failed: 0, skipped: 0 }, false],
    ['there was no test', { passed: 0, failed: 0, skipped: 0 }, true],
    ['every test was skipped', { passed: 0, failed: 0, skipped: 4 }, true],
    ['the runner told nothing', undefined, true],
  ])('hold a failure when %s', (_, counts, endedWell) => {
    expect(settle(counts, endedWell).failed).toBe(1)
  })
})

test.each([
  [{ passed: 12, failed: 0, skipped: 0 }, '12 passed, 0 failed'],
  [{ passed: 12, failed: 1, skipped: 2 }, '12 passed, 1 failed, 2 skipped'],
])('the closing line of %o', (counts, line) => {
  expect(closingLine(counts)).toBe(line)
})
