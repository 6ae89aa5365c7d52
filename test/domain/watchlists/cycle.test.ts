import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { betweenPagesMs, checkEveryMs, jittered } from '../../../src/domain/watchlists/cycle.ts'
import { isShortened } from '../../../src/domain/watchlists/glance.ts'

const SECOND = 1_000
const MINUTE = 60 * SECOND

describe('how often a list is looked at', () => {
  it('is as chosen while there are few, and at most one a second of all of them', () => {
    expect(checkEveryMs(30 * SECOND, 5, false)).toBe(30 * SECOND)
    expect(checkEveryMs(30 * SECOND, 30, false)).toBe(30 * SECOND)
    expect(checkEveryMs(30 * SECOND, 300, false)).toBe(300 * SECOND)
  })

  it('is every half an hour where a feed shows what comes', () => {
    expect(checkEveryMs(30 * SECOND, 300, true)).toBe(30 * MINUTE)
    expect(checkEveryMs(30 * SECOND, 5_000, true)).toBe(5_000 * SECOND)
  })

  it('is moved by chance, a tenth at most', () => {
    expect([0, 0.5, 1].map((random) => jittered(1_000, random))).toEqual([900, 1_000, 1_100])
  })

  it('leaves five to ten seconds between two pages', () => {
    expect([0, 0.5, 1].map(betweenPagesMs)).toEqual([5 * SECOND, 7.5 * SECOND, 10 * SECOND])
  })
})

describe('a glance at a list', () => {
  it.each([
    [[], ['a'], false],
    [['a', 'b'], ['n', 'a'], false],
    [['a'], ['n', 'a'], false],
    [['a', 'b'], ['a', 'c'], true],
    [['a', 'b'], ['b', 'c'], true],
    [['a', 'b'], ['n', 'b'], true],
    [['a', 'b'], ['a'], true],
    [['a'], [], true],
    [['a', 'b'], ['n', 'm'], true],
  ])('from %j to %j tells that something was taken off: %s', (before, now, expected) => {
    expect(isShortened(before, now)).toBe(expected)
  })

  it('never takes additions for it, as long as one of those before is left', () => {
    const keys = fc.uniqueArray(fc.stringMatching(/^[a-z]{3}$/), { minLength: 4, maxLength: 8 })
    fc.assert(
      fc.property(keys, fc.integer({ min: 2, max: 6 }), fc.nat(), (list, size, some) => {
        const added = some % Math.min(size, list.length - 1)
        const before = list.slice(added)
        expect(isShortened(before.slice(0, size), list.slice(0, size))).toBe(false)
      }),
    )
  })
})
