import { describe, expect, it } from 'vitest'
import { endWalk, nextWalk, type Walk, walkAgain, walkOn } from '../../../src/domain/watchlists/walk.ts'

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
const KNOWN = { firstPassAt: 5 }

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
    expect(endWalk(walk(), KNOWN, 3, NOW)).toEqual({ state: 'complete', firstPassAt: 5, goneAfter: 2 })
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
    expect(end).toEqual({ state: 'incomplete', firstPassAt: 5 })
    expect(nextWalk(end, false, NOW)).toBe(NOW + 10 * MINUTE)
  })

  it('proves nothing of what it did not see when it could not read an entry', () => {
    const end = endWalk(walk({ passSkipped: 1 }), KNOWN, 3, NOW)
    expect(end).toEqual({ state: 'complete', firstPassAt: 5 })
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
    const first = { firstPassAt: null }
    expect(endWalk(walk({ pass: 1 }), first, 3, NOW).firstPassAt).toBe(NOW)
    expect([1, 2, 3].map((pass) => endWalk(walk({ pass }), first, 9, NOW).firstPassAt)).toEqual([
      null,
      null,
      NOW,
    ])
  })
})

it('a walk that could not go on is begun anew soon, where its list is not hidden', () => {
  expect(walkAgain('friend', NOW)).toBe(NOW + 10 * MINUTE)
  expect(walkAgain('self', NOW)).toBe(NOW + 10 * MINUTE)
  expect(walkAgain('hidden', NOW)).toBe(NOW + 12 * HOUR)
})
