import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  decideLine,
  LINE_FAILURES,
  type Line,
  type LineFailure,
  LONGEST_PAUSE_MS,
  restOf,
  SOUND,
} from '../../../src/domain/instances/line.ts'

const NOW = 1_800_000_000_000
const SECOND = 1_000
const MINUTE = 60 * SECOND

const fails = (line: Line, now = NOW, failure: LineFailure = 'unreachable'): Line =>
  decideLine(line, { ok: false, failure }, now)

/** A line after so many failures, each as soon as the line may be tried again; and the moment of the last. */
const failing = (times: number): { line: Line; at: number } => {
  let line = SOUND
  let at = NOW
  for (let count = 0; count < times; count += 1) {
    at += restOf(line, at)
    line = fails(line, at)
  }
  return { line, at }
}

describe('a line', () => {
  it('stays open after two failures, and rests after the third', () => {
    expect(failing(2).line).toEqual({ failures: 2, failingSince: NOW })
    expect(failing(3).line).toEqual({ failures: 3, failingSince: NOW, restedUntil: NOW + 5 * SECOND })
  })

  it('rests twice as long each time, five minutes at most', () => {
    const pauses = [3, 4, 5, 6, 7, 8, 9, 10, 100].map((times) => {
      const { line, at } = failing(times)
      return restOf(line, at) / SECOND
    })
    expect(pauses).toEqual([5, 10, 20, 40, 80, 160, 300, 300, 300])
  })

  it.each(LINE_FAILURES.map((failure) => [failure] as const))('rests, or not, at once: %s', (failure) => {
    const forPeople = ['unauthorised', 'another-application', 'too-old'].includes(failure)
    const { restedUntil } = fails(SOUND, NOW, failure)
    expect(restedUntil).toBe(forPeople ? NOW + LONGEST_PAUSE_MS : undefined)
  })

  it('counts as one trouble what happens within ten minutes, to the millisecond', () => {
    const { line } = failing(2)
    expect(fails(line, NOW + 10 * MINUTE).failures).toBe(3)
    const later = NOW + 10 * MINUTE + 1
    expect(fails(line, later)).toEqual({ failures: 1, failingSince: later })
  })

  it('that rested for long is still in the same trouble', () => {
    const { line, at } = failing(12)
    const next = fails(line, at + 3 * LONGEST_PAUSE_MS)
    expect(next).toMatchObject({ failures: 13, failingSince: NOW })
  })

  it('does not rest for longer because others, who had begun before, fail too', () => {
    const { line } = failing(3)
    expect(fails(line, NOW + 1)).toBe(line)
    expect(fails(line, NOW + 5 * SECOND - 1)).toBe(line)
    expect(fails(line, NOW + 5 * SECOND).failures).toBe(4)
  })

  it('is open after one answer', () => {
    expect(decideLine(failing(9).line, { ok: true }, NOW)).toEqual(SOUND)
  })

  it('is tried at once when the clock was set back by more than it ever rests', () => {
    const line: Line = { failures: 3, restedUntil: NOW + LONGEST_PAUSE_MS + 1 }
    expect(restOf(line, NOW)).toBe(0)
    expect(restOf(line, NOW + 1)).toBe(LONGEST_PAUSE_MS)
  })

  it('rests for no longer than five minutes, whatever happens to it', () => {
    const met = fc.oneof(
      fc.constant({ ok: true } as const),
      fc.record({ ok: fc.constant(false as const), failure: fc.constantFrom(...LINE_FAILURES) }),
    )
    const events = fc.array(fc.tuple(met, fc.integer({ min: -10 * MINUTE, max: 20 * MINUTE })))
    fc.assert(
      fc.property(events, (list) => {
        let line = SOUND
        let now = NOW
        for (const [one, pause] of list) {
          now += pause
          line = decideLine(line, one, now)
          expect(restOf(line, now)).toBeLessThanOrEqual(LONGEST_PAUSE_MS)
          expect(restOf(line, now)).toBeGreaterThanOrEqual(0)
          if (one.ok) expect(line).toEqual(SOUND)
        }
      }),
    )
  })
})
