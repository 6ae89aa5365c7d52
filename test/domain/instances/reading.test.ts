import { describe, expect, it } from 'vitest'
import { firstReading, OVERLAP_MS, readFrom, readOn, unread } from '../../../src/domain/instances/reading.ts'

const NOW = 1_000_000_000
const MINUTE = 60_000
const event = (id: number, at: number) => ({ id, at })

describe('how far a history was read', () => {
  it('begins before the instance was known, for clocks differ', () => {
    expect(readFrom(firstReading(NOW), NOW)).toBeLessThan(NOW - 60 * MINUTE)
  })

  it('goes on a little before where it ended', () => {
    expect(readFrom({ readTo: NOW, seen: [] }, NOW + 5 * MINUTE)).toBe(NOW - OVERLAP_MS)
  })

  it('goes by our own clock when the other one is ahead, or ours was set back', () => {
    expect(readFrom({ readTo: NOW + 60 * MINUTE, seen: [] }, NOW)).toBe(NOW - OVERLAP_MS)
  })

  it('is up to the last event, whatever the time is: what comes late is read too', () => {
    const reading = readOn({ readTo: NOW - MINUTE, seen: [] }, [event(1, NOW - 30_000)], NOW)
    expect(reading).toEqual({ readTo: NOW - 30_000, seen: [1] })
    expect(unread(reading, [event(1, NOW - 30_000), event(2, NOW - 30_000)])).toEqual([
      event(2, NOW - 30_000),
    ])
  })

  it('stays where it is when nothing happened', () => {
    expect(readOn({ readTo: NOW, seen: [4] }, [event(4, NOW)], NOW + MINUTE)).toEqual({
      readTo: NOW,
      seen: [4],
    })
  })

  it('never passes the present, so that an event of tomorrow hides none of today', () => {
    const tomorrow = event(9, NOW + 24 * 60 * MINUTE)
    const reading = readOn({ readTo: NOW - MINUTE, seen: [] }, [tomorrow], NOW)
    expect(reading.readTo).toBe(NOW - MINUTE)
    expect(unread(reading, [tomorrow, event(10, NOW + MINUTE)])).toEqual([event(10, NOW + MINUTE)])
  })

  it('does not follow our own clock, which may be the one that is ahead', () => {
    const tomorrow = event(9, NOW + 24 * 60 * MINUTE)
    const ahead = NOW + 60 * MINUTE
    const reading = readOn({ readTo: NOW - MINUTE, seen: [] }, [event(1, NOW), tomorrow], ahead)
    expect(readFrom(reading, ahead)).toBeLessThan(NOW + MINUTE)
    expect(reading.seen).toEqual([1, 9])
  })

  it('forgets the numbers of what is too old to be read again', () => {
    const old = event(1, NOW - OVERLAP_MS - 1)
    const reading = readOn({ readTo: NOW - 60 * MINUTE, seen: [] }, [old, event(2, NOW)], NOW)
    expect(reading.seen).toEqual([2])
    expect(readFrom(reading, NOW)).toBeGreaterThan(old.at)
  })
})
