import { describe, expect, it } from 'vitest'
import { createClock, stopwatch } from '../../src/platform/clock.ts'

describe('the clock', () => {
  it('tells the wall’s time', () => {
    const before = Date.now()
    const now = createClock().now()
    expect(now).toBeGreaterThanOrEqual(before)
    expect(now).toBeLessThanOrEqual(Date.now())
  })

  it('runs faster when told to, in whole milliseconds, and starts at the wall’s time', async () => {
    const clock = createClock(100.5)
    const start = clock.now()
    expect(Math.abs(start - Date.now())).toBeLessThan(2_000)
    const took = stopwatch()
    await clock.sleep(5_000)
    expect(took()).toBeLessThan(1_000)
    const passed = clock.now() - start
    expect(passed).toBeGreaterThanOrEqual(4_700)
    expect(Number.isInteger(clock.now())).toBe(true)
  })

  it('says how long its time takes, never too short', () => {
    expect([0, 1, 1_000, 1_001].map(createClock(10).real)).toEqual([0, 1, 100, 101])
    expect(createClock().real(1_500)).toBe(1_500)
  })

  it('wakes up when it is told to stop', async () => {
    const stop = new AbortController()
    const sleep = createClock().sleep(60_000, stop.signal)
    stop.abort()
    await expect(sleep).rejects.toThrow(/abort/i)
  })
})
