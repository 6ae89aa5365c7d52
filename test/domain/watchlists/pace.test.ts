import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Bucket,
  CALLS_A_SECOND,
  fullBucket,
  LANES,
  type Lane,
  takeCall,
} from '../../../src/domain/watchlists/pace.ts'

const NOW = 1_800_000_000_000
const MOST_AT_ONCE = 12

/** Lets everybody ask one after the other; the moments at which a call was given, and to whom. */
const ask = (asks: readonly { lane: Lane; pauseMs: number }[]): { at: number; lane: Lane }[] => {
  let bucket: Bucket = fullBucket(NOW)
  let now = NOW
  return asks.flatMap(({ lane, pauseMs }) => {
    now += pauseMs
    const turn = takeCall(bucket, lane, now)
    bucket = turn.bucket
    return turn.waitMs === 0 ? [{ at: now, lane }] : []
  })
}

const asks = fc.array(
  fc.record({ lane: fc.constantFrom(...LANES), pauseMs: fc.integer({ min: 0, max: 900 }) }),
  { maxLength: 200 },
)

describe('the pace of calls', () => {
  it('never gives more in any stretch of time than it gains in it, and what was saved', () => {
    fc.assert(
      fc.property(asks, (all) => {
        const given = ask(all).map(({ at }) => at)
        given.forEach((from, first) => {
          given.slice(first).forEach((until, count) => {
            expect(count + 1).toBeLessThanOrEqual(MOST_AT_ONCE + ((until - from) * CALLS_A_SECOND) / 1_000)
          })
        })
      }),
    )
  })

  it('gives a call to whoever waits as long as told, and not a moment sooner', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 11_999 }), fc.constantFrom(...LANES), (level, lane) => {
        const { waitMs, bucket } = takeCall({ level, at: NOW }, lane, NOW)
        if (waitMs === 0) return
        expect(takeCall(bucket, lane, NOW + waitMs).waitMs).toBe(0)
        expect(takeCall(bucket, lane, NOW + waitMs - 1).waitMs).toBeGreaterThan(0)
      }),
    )
  })

  it('leaves to each lane what those before it may need', () => {
    const left = LANES.map((lane) => {
      let bucket = fullBucket(NOW)
      for (;;) {
        const turn = takeCall(bucket, lane, NOW)
        if (turn.waitMs > 0) return bucket.level / 1_000
        bucket = turn.bucket
      }
    })
    expect(left).toEqual([0, 1, 2, 3, 5, 7])
  })

  it('gives nothing for a clock that was set back, and goes on by what it shows from then', () => {
    const empty: Bucket = { level: 0, at: NOW }
    const back = NOW - 3_600_000
    const { waitMs, bucket } = takeCall(empty, 'person', back)
    expect(waitMs).toBeGreaterThan(0)
    expect(takeCall(bucket, 'person', back + waitMs).waitMs).toBe(0)
  })

  it('saves no more than so many calls, however long it was quiet', () => {
    const week = NOW + 7 * 86_400_000
    let bucket = takeCall({ level: 0, at: NOW }, 'person', week).bucket
    for (let count = 1; count < MOST_AT_ONCE; count++) bucket = takeCall(bucket, 'person', week).bucket
    expect(takeCall(bucket, 'person', week).waitMs).toBeGreaterThan(0)
  })
})
