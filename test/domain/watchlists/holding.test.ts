import { describe, expect, it } from 'vitest'
import { hasAll } from '../../../src/domain/watchlists/holding.ts'

const NOW = 1_000

const show = (...counts: (number | undefined)[]) => ({
  kind: 'show' as const,
  seasons: counts.map((episodes, number) => ({
    number,
    firstAired: 1,
    ...(episodes === undefined ? {} : { episodes }),
  })),
})
const held = (...counts: number[]) => ({ seasons: new Map(counts.entries()) })

describe('a server has all of', () => {
  it('a film that it has, and of nothing that it has not', () => {
    expect(hasAll({ kind: 'film' }, {}, NOW)).toBe(true)
    expect(hasAll({ kind: 'film' }, undefined, NOW)).toBe(false)
    expect(hasAll(show(0, 8), undefined, NOW)).toBe(false)
  })

  it.each([
    ['all episodes of each season', show(3, 8, 6), held(0, 8, 6), true],
    ['more of one than there are', show(3, 8), held(0, 9), true],
    ['fewer of one than there are', show(3, 8, 6), held(3, 8, 5), false],
    ['nothing of one', show(3, 8, 6), held(3, 8), false],
    ['some of one of which nobody knows how long it is', show(3, 8, undefined), held(3, 8, 6), false],
    ['the specials alone', show(3), held(3), false],
    ['what a server tells no seasons of', show(3, 8), {}, false],
  ])('a show when it has %s: %#', (_, title, holding, expected) => {
    expect(hasAll(title, holding, NOW)).toBe(expected)
  })

  it('a show when it lacks what is not out yet, or has no date', () => {
    const { seasons } = show(3, 8)
    const more = [...seasons, { number: 2, episodes: 8, firstAired: NOW + 1 }, { number: 3, episodes: 8 }]
    expect(hasAll({ kind: 'show', seasons: more }, held(0, 8), NOW)).toBe(true)
    expect(hasAll({ kind: 'show', seasons: more }, held(0, 8), NOW + 1)).toBe(false)
  })
})
