import { expect, it } from 'vitest'
import type { Health } from '../../../src/domain/instances/health.ts'
import { untilTold } from '../../../src/domain/instances/telling.ts'

const NOW = 1_800_000_000_000
const MINUTE = 60_000

const ill: Health = { state: 'trouble', ailment: 'timeout', since: NOW }

it.each([
  ['at its beginning', 0, 2 * MINUTE],
  ['just before two minutes', 2 * MINUTE - 1, 1],
  ['after two minutes', 2 * MINUTE, 0],
  ['after a day', 1_440 * MINUTE, 0],
])('trouble is told once it lasted: %s', (_, passed, rest) => {
  expect(untilTold({ health: ill }, NOW + passed)).toBe(rest)
  expect(untilTold({ health: ill, toldSince: NOW }, NOW + passed)).toBe(rest)
})

it.each([
  ['at once', 0, 30_000],
  ['just before half a minute', 29_999, 1],
  ['after half a minute', 30_000, 0],
])('that it is well again is told, to who heard of the trouble: %s', (_, passed, rest) => {
  const health: Health = { state: 'ok', since: NOW }
  expect(untilTold({ health, toldSince: NOW - MINUTE }, NOW + passed)).toBe(rest)
})

it('nobody hears of what is well, or unknown, without having heard of trouble', () => {
  expect(untilTold({ health: { state: 'ok', since: 0 } }, NOW)).toBeUndefined()
  expect(untilTold({ health: { state: 'unknown' } }, NOW)).toBeUndefined()
  expect(untilTold({ health: { state: 'unknown' }, toldSince: 1 }, NOW)).toBeUndefined()
})
