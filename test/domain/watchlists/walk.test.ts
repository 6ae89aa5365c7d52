import { describe, expect, it } from 'vitest'
import {
  beginAnew,
  beginsLate,
  endWalk,
  NOT_EMPTY,
  nextWalk,
  type Walk,
  walkAgain,
  walkOn,
} from '../../../src/domain/watchlists/walk.ts'

const NOW = 1_000_000
const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** A walk that saw a list of three whole. */
const walk = (more: Partial<Walk> = {}): Walk => ({
  pass: 7,
  passBegan: NOW - MINUTE,
  passCursor: null,
  passTotal: 3,
  passSeen: 3,
  passSkipped: 0,
  ...more,
})
const KNOWN = { firstPassAt: 5, standing: 3, ...NOT_EMPTY }

describe('a page of a walk', () => {
  it('begins a new one, whatever there was of one before', () => {
    const before = walk({ passCursor: '2', passTotal: 9, passSeen: 2, passSkipped: 1 })
    expect(walkOn(before, { pass: 0, seen: 2, skipped: 0, total: 5, next: '2' }, NOW)).toEqual({
      pass: 8,
      passBegan: NOW,
      passCursor: '2',
      passTotal: 5,
      passSeen: 2,
      passSkipped: 0,
    })
  })

  it('goes on where the one before ended, and keeps how long the list was said to be', () => {
    const before = walk({ passCursor: '2', passSeen: 2, passSkipped: 1 })
    expect(walkOn(before, { pass: 7, after: '2', seen: 2, skipped: 1, total: 9 }, NOW)).toEqual(
      walk({ passSeen: 4, passSkipped: 2 }),
    )
  })

  it.each([
    ['another walk', { pass: 6, after: '2' }],
    ['another place', { pass: 7, after: '1' }],
    ['the beginning of one that goes on', { pass: 7 }],
  ])('of %s counts for nothing', (_, at) => {
    expect(walkOn(walk({ passCursor: '2' }), { ...at, seen: 1, skipped: 0 }, NOW)).toBeUndefined()
  })

  it('counts for nothing when no walk is under way', () => {
    expect(walkOn(walk(), { pass: 7, after: '2', seen: 1, skipped: 0 }, NOW)).toBeUndefined()
  })
})

describe('a walk that came to its end', () => {
  it('has what two of them in a row did not see taken for gone', () => {
    expect(endWalk(walk(), KNOWN, 3, NOW)).toEqual({
      state: 'complete',
      firstPassAt: 5,
      emptiness: NOT_EMPTY,
      goneAfter: 2,
    })
  })

  it('counts when the length of a list is told nowhere', () => {
    expect(endWalk(walk({ passTotal: null }), KNOWN, undefined, NOW)).toMatchObject({ goneAfter: 2 })
  })

  it.each([
    ['saw fewer than there are', { passSeen: 2 }, 3],
    ['saw more than there are', { passSeen: 4 }, 3],
    ['saw a list grow', {}, 4],
    ['saw a list become shorter', { passSeen: 2 }, 2],
    ['was not told at the end how long it is', {}, undefined],
    ['was not told in the beginning how long it is', { passTotal: null }, 3],
    ['saw nothing of it', { passSeen: 0 }, 3],
    ['saw nothing, and was told at the end that there is nothing', { passSeen: 0 }, 0],
  ])('proves nothing when it %s', (_, more, total) => {
    const end = endWalk(walk(more), KNOWN, total, NOW)
    expect(end).toEqual({ state: 'incomplete', firstPassAt: 5, emptiness: NOT_EMPTY })
    expect(nextWalk(end, false, NOW)).toBe(NOW + 10 * MINUTE)
  })

  it('proves nothing of what it did not see when it could not read an entry', () => {
    const end = endWalk(walk({ passSkipped: 1 }), KNOWN, 3, NOW)
    expect(end).toEqual({ state: 'complete', firstPassAt: 5, emptiness: NOT_EMPTY })
    expect([true, false].map((isDoubtful) => nextWalk(end, isDoubtful, NOW))).toEqual([
      NOW + 12 * HOUR,
      NOW + 12 * HOUR,
    ])
  })

  it('is followed by another soon when something was missed, and else in half a day', () => {
    const end = endWalk(walk(), KNOWN, 3, NOW)
    expect(nextWalk(end, true, NOW)).toBe(NOW + 10 * MINUTE)
    expect(nextWalk(end, false, NOW)).toBe(NOW + 12 * HOUR)
  })

  it('tells what stood there before, at the third time though none was whole', () => {
    const first = { ...KNOWN, firstPassAt: null }
    expect(endWalk(walk({ pass: 1 }), first, 3, NOW).firstPassAt).toBe(NOW)
    expect([1, 2, 3].map((pass) => endWalk(walk({ pass }), first, 9, NOW).firstPassAt)).toEqual([
      null,
      null,
      NOW,
    ])
  })
})

describe('a list that shows nothing', () => {
  const empty = walk({ passTotal: 0, passSeen: 0 })
  const since = (emptyPasses: number, ms: number) => ({ ...KNOWN, emptyPasses, emptySince: NOW - ms })

  it('may well be empty when little stood on it', () => {
    for (const standing of [0, 1, 2])
      expect(endWalk(empty, { ...KNOWN, standing }, 0, NOW)).toMatchObject({ goneAfter: 2, firstPassAt: 5 })
  })

  it('is doubted when several things stood on it, and walked through again in half a day', () => {
    const end = endWalk(empty, { ...KNOWN, firstPassAt: null }, 0, NOW)
    const emptiness = { emptyPasses: 1, emptySince: NOW }
    expect(end).toEqual({ state: 'complete', firstPassAt: null, emptiness })
    expect(nextWalk(end, true, NOW)).toBe(NOW + 12 * HOUR)
  })

  it.each([
    ['two walks over a day', since(1, 24 * HOUR), false],
    ['a hundred walks over less than a day', since(99, 24 * HOUR - 1), false],
    ['three walks over a day', since(2, 24 * HOUR), true],
    ['three walks over years', since(2, 9_999 * HOUR), true],
  ])('is believed after three walks and a day: %s', (_, known, isBelieved) => {
    const end = endWalk(empty, known, 0, NOW)
    expect(end.goneAfter).toBe(isBelieved ? 0 : undefined)
    if (isBelieved) expect(end.emptiness).toEqual(NOT_EMPTY)
    else
      expect(end.emptiness).toEqual({
        emptySince: known.emptySince,
        emptyPasses: known.emptyPasses + 1,
      })
  })

  it('proves nothing, and ends no doubt, when it is said to be longer', () => {
    const known = since(2, 48 * HOUR)
    const emptiness = { emptyPasses: 2, emptySince: NOW - 48 * HOUR }
    expect(endWalk(empty, known, 3, NOW)).toEqual({ state: 'incomplete', firstPassAt: 5, emptiness })
  })

  it.each([
    ['whole', {}, 3],
    ['in part', { passSeen: 1 }, 3],
    ['as something that can’t be read', { passTotal: 1, passSeen: 1, passSkipped: 1 }, 1],
  ])('is doubted no more once it shows something, %s', (_, more, total) => {
    expect(endWalk(walk(more), since(2, 48 * HOUR), total, NOW).emptiness).toEqual(NOT_EMPTY)
  })

  it('is doubted from now on when the clock was set back', () => {
    expect(endWalk(empty, since(5, -48 * HOUR), 0, NOW).emptiness.emptySince).toBe(NOW)
  })
})

it.each([
  ['fifty things at once, where nothing ever stood', { firstPassAt: 5 }, false, 50, true],
  ['fewer', { firstPassAt: 5 }, false, 49, false],
  ['fifty, where something stood', { firstPassAt: 5 }, true, 50, false],
  ['fifty in its first walk, which begins it anyway', { firstPassAt: null }, false, 50, false],
])('a list that shows %s', (_, list, everStood, shown, isLate) => {
  expect(beginsLate(list, everStood, shown)).toBe(isLate)
})

it('a list that begins anew takes no page of an earlier walk', () => {
  const earlier = walk({ passCursor: '2' })
  const anew = { ...earlier, ...beginAnew(earlier, NOW) }
  expect(walkOn(anew, { pass: earlier.pass, after: '2', seen: 1, skipped: 0 }, NOW)).toBeUndefined()
  expect(anew).toMatchObject({ firstPassAt: null, passBegan: null, passDue: NOW, ...NOT_EMPTY })
})

it('a walk that could not go on is begun anew soon, where its list is not hidden', () => {
  expect(walkAgain('friend', NOW)).toBe(NOW + 10 * MINUTE)
  expect(walkAgain('self', NOW)).toBe(NOW + 10 * MINUTE)
  expect(walkAgain('hidden', NOW)).toBe(NOW + 12 * HOUR)
})
