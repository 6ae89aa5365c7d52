import { describe, expect, it } from 'vitest'
import { greeted, missedAgain, PRESENT } from '../../../src/domain/watchlists/person.ts'

describe('somebody whom a complete list doesn’t name', () => {
  it('is gone when the second one doesn’t either, since then', () => {
    const once = missedAgain(PRESENT, 100)
    expect(once).toEqual({ missed: 1, suspendedAt: null })
    const twice = missedAgain(once, 200)
    expect(twice).toEqual({ missed: 2, suspendedAt: 200 })
    expect(missedAgain(twice, 300)).toEqual({ missed: 3, suspendedAt: 200 })
  })

  it('stays suspended since they were, whatever suspended them', () => {
    expect(missedAgain({ ...PRESENT, suspendedAt: 50 }, 100).suspendedAt).toBe(50)
  })
})

describe('somebody whom Plex names', () => {
  const known = { uuid: 'u1', relation: 'friend', foundAt: 50 } as const
  const found = { username: 'pia', title: 'Pia', relation: 'home' } as const

  it('is called as Plex says, and no longer missing', () => {
    const names = { username: 'pia', title: 'Pia' }
    expect(greeted(known, found, 100)).toEqual({ ...known, ...names, ...PRESENT, relation: 'home' })
    expect(greeted(known, { ...found, uuid: 'u2' }, 100).uuid).toBe('u2')
  })

  it('was found now when nobody had', () => {
    expect(greeted({ ...known, relation: null, foundAt: null }, found, 100)).toMatchObject({ foundAt: 100 })
  })

  it('stays the owner', () => {
    expect(greeted({ ...known, relation: 'owner' }, found, 100).relation).toBe('owner')
  })
})
