import { describe, expect, it } from 'vitest'
import { type Reading, standingOfList } from '../../../src/domain/watchlists/list-standing.ts'

const list = {
  access: 'friend',
  relation: 'friend',
  isSynced: true,
  isSuspended: false,
  checkedAt: 100,
  lastPassAt: null,
  trouble: null,
  emptySince: null,
  passSkipped: 0,
} as const

const feed = (kind: 'own' | 'friends', state: 'open' | 'stalled', readAt: number) => ({ kind, state, readAt })

const reading = (more: Partial<Reading> = {}): Reading => ({
  feeds: [feed('friends', 'open', 900), feed('own', 'stalled', 950)],
  hasOwner: true,
  everyMs: 30_000,
  lists: 3,
  ...more,
})

describe('a list', () => {
  it('that a feed covers was read when the feed was', () => {
    expect(standingOfList(list, reading())).toEqual({ by: 'feed', everyMs: 30_000, readAt: 900 })
  })

  it('that no feed covers is looked at, the less often the more there are', () => {
    const owner = { ...list, relation: 'owner' } as const
    expect(standingOfList(owner, reading())).toEqual({ by: 'look', everyMs: 30_000, readAt: 100 })
    expect(standingOfList(owner, reading({ lists: 100 })).everyMs).toBe(100_000)
  })

  it('that nobody read yet has no moment', () => {
    const fresh = { ...list, access: 'self', checkedAt: null } as const
    expect(standingOfList(fresh, reading())).toEqual({ by: 'look', everyMs: 30_000 })
  })

  it.each([
    ['suspended', { isSuspended: true, isSynced: false }, {}],
    ['off', { isSynced: false, access: 'hidden' }, {}],
    ['hidden', { access: 'hidden' }, { hasOwner: false }],
    ['no-owner', {}, { hasOwner: false }],
    ['unreachable', { trouble: '"unreachable"' }, {}],
    [undefined, { access: 'self' }, { hasOwner: false }],
  ] as const)('is kept from being read by %s, which counts most', (problem, more, around) => {
    expect(standingOfList({ ...list, ...more }, reading(around)).problem).toBe(problem)
  })
  it('that Plex suddenly shows as empty is read, but not believed', () => {
    const emptied = { ...list, emptySince: 50 }
    expect(standingOfList(emptied, reading())).toMatchObject({ by: 'feed', doubt: 'emptied' })
    expect(standingOfList({ ...emptied, isSynced: false }, reading())).not.toHaveProperty('doubt')
  })

  it('that holds what nobody can make out is read, but nothing is taken off it', () => {
    expect(standingOfList({ ...list, passSkipped: 1 }, reading())).toMatchObject({
      by: 'feed',
      doubt: 'unreadable',
    })
  })
})
