import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createIds } from '../../src/platform/ids.ts'
import { markOf, nonceOf } from '../../src/platform/nonce.ts'

const ids = createIds()
const instants = fc.integer({ min: 0, max: 2 ** 48 - 1 })

describe('an identifier', () => {
  it('has 29 characters that fit custom ids, job ids and paths', () => {
    fc.assert(
      fc.property(instants, (now) => {
        expect(ids.next(now)).toMatch(/^[0-9a-z]{29}$/)
      }),
    )
  })

  it('sorts by age, whatever the random part is', () => {
    const high = createIds((size) => new Uint8Array(size).fill(255))
    const low = createIds((size) => new Uint8Array(size))
    fc.assert(
      fc.property(instants, instants, (one, other) => {
        fc.pre(one < other)
        expect(high.next(one) < low.next(other)).toBe(true)
      }),
    )
  })

  it('is another one each time, also within a millisecond', () => {
    expect(new Set(Array.from({ length: 10_000 }, () => ids.next(1_000))).size).toBe(10_000)
  })

  it('is what time and chance make it', () => {
    const foreseen = createIds((size) => new Uint8Array(size).fill(0xa5))
    expect(foreseen.next(1_700_000_000_000)).toBe(foreseen.next(1_700_000_000_000))
    expect(createIds((size) => new Uint8Array(size)).next(0)).toBe('0'.repeat(29))
  })
})

it('a secret has 256 bits in 52 characters, none of which needs escaping', () => {
  const sizes: number[] = []
  createIds((size) => {
    sizes.push(size)
    return new Uint8Array(size)
  }).secret()
  expect(sizes).toEqual([32])
  const secrets = Array.from({ length: 1_000 }, () => ids.secret())
  expect(new Set(secrets).size).toBe(1_000)
  for (const secret of secrets) expect(secret).toMatch(/^[0-9a-z]{52}$/)
})

describe('what a message is known again by', () => {
  it('is a nonce that Discord takes, the same for the same thing', () => {
    expect(nonceOf('r1/approval')).toBe(nonceOf('r1/approval'))
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        expect(nonceOf(one)).toMatch(/^[0-9a-f]{25}$/)
        expect(nonceOf(one) === nonceOf(other)).toBe(one === other)
      }),
    )
  })

  it('is a component id that Discord takes: positive, of 31 bits', () => {
    expect(markOf('r1/approval')).toBe(markOf('r1/approval'))
    expect(markOf('r1/approval')).not.toBe(markOf('r1/status'))
    fc.assert(
      fc.property(fc.string(), (thing) => {
        const mark = markOf(thing)
        expect(Number.isInteger(mark)).toBe(true)
        expect(mark).toBeGreaterThan(0)
        expect(mark).toBeLessThan(2 ** 31)
      }),
      { numRuns: 1_000 },
    )
  })
})
