import { describe, expect, it } from 'vitest'
import type { SeasonStanding, SeasonState } from '../../../src/domain/seasons/standing.ts'
import {
  decideItem,
  type ItemFacts,
  type ItemPermit,
  retryAt,
  watchWish,
  whyNotAllowed,
} from '../../../src/domain/watchlists/consider.ts'
import type { ShowPart } from '../../../src/domain/watchlists/settings.ts'

const ALLOWED: ItemPermit = { isSynced: true, isSuspended: false }
const ABSENT: ItemFacts = { isFetchable: true, hasInstance: true, isHere: false }

const film = (facts: Partial<ItemFacts> = {}, permit: Partial<ItemPermit> = {}) =>
  decideItem({ kind: 'film' }, { ...ALLOWED, ...permit }, { ...ABSENT, ...facts }, 'all')

const seasons = (...states: SeasonState[]): SeasonStanding[] =>
  states.map((state, number) => ({ number, state, here: 0 }))
/** A show with specials, and seasons as told. */
const show = (part: ShowPart, states: readonly SeasonState[] | undefined, ended?: boolean) =>
  decideItem(
    { kind: 'show', ...(ended === undefined ? {} : { ended }) },
    ALLOWED,
    { ...ABSENT, ...(states === undefined ? {} : { seasons: seasons('missing', ...states) }) },
    part,
  )
const asked = (seasons: number[], future: boolean) => ({
  state: 'asked',
  wish: { seasons, episodes: [], future },
})

describe('whether a list may be asked from', () => {
  it.each([
    [{}, undefined],
    [{ isSynced: false }, 'sync-off'],
    [{ isSuspended: true }, 'suspended'],
    [{ isSuspended: true, isSynced: false, excluded: 'all' }, 'suspended'],
    [{ isSynced: false, excluded: 'all' }, 'sync-off'],
    [{ excluded: 'all' }, 'excluded-for-all'],
    [{ excluded: 'person' }, 'excluded'],
  ] as const)('%j: %s', (permit, code) => {
    expect(whyNotAllowed({ ...ALLOWED, ...permit })?.code).toBe(code)
  })
})

describe('a film on a list', () => {
  it('is asked for when nothing speaks against it', () => {
    expect(film()).toEqual({ state: 'asked' })
  })

  it.each([
    [{ onServer: 'Attic' }, 'here', { code: 'here', server: 'Attic' }],
    [
      { onServer: 'Attic', isFetchable: false, hasInstance: false },
      'here',
      { code: 'here', server: 'Attic' },
    ],
    [{ isHere: true }, 'here', { code: 'here' }],
    [{ isFetchable: false, hasInstance: false }, 'skipped', { code: 'ids-missing' }],
    [{ hasInstance: false }, 'skipped', { code: 'no-instance', kind: 'film' }],
  ] as const)('%j: %s', (facts, state, reason) => {
    expect(film(facts)).toEqual({ state, reason })
  })

  it('is nobody’s business when it may not be asked for, wherever it is', () => {
    const never = film({ onServer: 'Attic' }, { excluded: 'person' })
    expect(never).toEqual({ state: 'skipped', reason: { code: 'excluded' } })
  })
})

describe('a show on a list', () => {
  it.each([
    ['all', ['here', 'missing', 'partly', 'not-aired'], undefined, asked([2, 3], true)],
    ['all', ['missing', 'missing'], true, asked([1, 2], false)],
    ['latest', ['missing', 'missing'], false, asked([2], true)],
    ['latest', ['missing', 'here'], false, asked([], true)],
    ['latest', ['missing', 'missing', 'not-aired'], false, asked([2], true)],
    ['first', ['missing', 'missing'], false, asked([1], false)],
  ] as const)('means %s of %j', (part, states, ended, verdict) => {
    expect(show(part, states, ended)).toEqual(verdict)
  })

  it('is here when nothing of what it means is missing', () => {
    expect(show('all', ['here', 'here'], true)).toMatchObject({ state: 'here' })
    expect(show('first', ['here', 'missing'])).toMatchObject({ state: 'here' })
  })

  it('waits when nothing of it is out, or nobody knows its seasons', () => {
    const waits = { state: 'skipped', reason: { code: 'not-aired' } }
    expect(decideItem({ kind: 'show' }, ALLOWED, { ...ABSENT, seasons: [] }, 'first')).toEqual(waits)
    expect(show('all', undefined)).toEqual(waits)
  })

  it('never means the specials', () => {
    for (const part of ['all', 'latest', 'first'] as const)
      expect(watchWish({}, seasons('missing', 'missing'), part).seasons).toEqual([1])
  })
})

describe('what keeps something from being asked for', () => {
  const HOUR = 3_600_000

  it.each([
    [{ code: 'ids-missing' }, 24 * HOUR],
    [{ code: 'not-aired' }, 24 * HOUR],
    [{ code: 'no-instance', kind: 'film' }, HOUR],
  ] as const)('is looked at again by itself: %j after %i ms', (reason, pause) => {
    expect(retryAt({ state: 'skipped', reason }, 1_000)).toBe(1_000 + pause)
  })

  it.each([
    { state: 'skipped', reason: { code: 'suspended' } },
    { state: 'skipped', reason: { code: 'sync-off' } },
    { state: 'skipped', reason: { code: 'excluded' } },
    { state: 'skipped', reason: { code: 'excluded-for-all' } },
    { state: 'here', reason: { code: 'here' } },
    { state: 'asked' },
  ] as const)('is not, when something else ends it or nothing has to: %j', (verdict) => {
    expect(retryAt(verdict, 1_000)).toBeNull()
  })
})
