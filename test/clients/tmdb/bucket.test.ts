import { describe, expect, it } from 'vitest'
import { createBucket } from '../../../src/clients/tmdb/bucket.ts'
import { type Clock, createClock } from '../../../src/platform/clock.ts'

const START = 1_000_000

/** A clock that passes only by sleeping. */
const sleeper = () => {
  const times = { now: START }
  const clock: Clock = {
    now: () => times.now,
    sleep: async (ms, signal) => {
      signal?.throwIfAborted()
      times.now += ms
    },
    real: (ms) => ms,
  }
  return { clock, times }
}

describe('a bucket of 35 a second', () => {
  it('lets no more than 37 through in any second', async () => {
    const { clock } = sleeper()
    const turn = createBucket(clock, 35, 30)
    const passed = await Promise.all(Array.from({ length: 500 }, () => turn().then(() => clock.now())))
    for (const [at, time] of passed.entries()) {
      expect(passed.slice(at).filter((other) => other < time + 1_000).length).toBeLessThanOrEqual(37)
    }
    expect((passed.at(-1) ?? 0) - START).toBeGreaterThan(14_000)
    expect((passed.at(-1) ?? 0) - START).toBeLessThan(14_300)
  })

  it('lets a few through at once after a rest, and not more after a long one', async () => {
    const { clock, times } = sleeper()
    const turn = createBucket(clock, 35, 30)
    for (const rest of [0, 60_000, 3_600_000]) {
      times.now += rest
      const arrived = times.now
      const passed = await Promise.all(Array.from({ length: 10 }, () => turn().then(() => times.now)))
      const atOnce = passed.filter((time) => time === arrived).length
      expect(atOnce).toBeGreaterThan(0)
      expect(atOnce).toBeLessThanOrEqual(2)
    }
  })

  it('spends no turn on who gave up, and tells them at once', async () => {
    const { clock } = sleeper()
    const turn = createBucket(clock, 35, 30)
    const controller = new AbortController()
    const waiting = Array.from({ length: 1_000 }, () =>
      turn(controller.signal).catch((error: Error) => error.message),
    )
    const last = turn().then(() => clock.now())
    controller.abort(new Error('typed on'))
    expect(new Set(await Promise.all(waiting))).toEqual(new Set(['typed on']))
    expect(await last).toBe(START)
  })

  it('lets who waits give up before their turn', async () => {
    const turn = createBucket(createClock(), 0.1, 0)
    await turn()
    const controller = new AbortController()
    const first = turn(controller.signal)
    await expect(turn(AbortSignal.abort('gone'))).rejects.toBe('gone')
    controller.abort(new Error('enough'))
    await expect(first).rejects.toThrow('enough')
  })
})
