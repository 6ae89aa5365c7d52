import { describe, expect, it } from 'vitest'
import type { Log } from '../../src/platform/logger.ts'
import { type Stop, stopInOrder } from '../../src/platform/shutdown.ts'

const told: string[] = []
const log: Log = {
  debug: () => undefined,
  info: () => undefined,
  warn: (_, text) => void told.push(text),
  error: () => undefined,
  child: () => log,
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
const stuck: Stop = { name: 'stuck', stop: () => new Promise(() => undefined) }

/** Stops that note when they begin and when they end. */
const noting = (names: readonly string[], ms = 5): { stops: Stop[]; notes: string[] } => {
  const notes: string[] = []
  const stops = names.map((name) => ({
    name,
    stop: async () => {
      notes.push(`${name} begins`)
      await pause(ms)
      notes.push(`${name} ends`)
    },
  }))
  return { stops, notes }
}

describe('stopping', () => {
  it('goes one after another', async () => {
    const { stops, notes } = noting(['web', 'worker', 'database'])
    expect(await stopInOrder(stops, 5_000, log)).toBe(true)
    expect(notes).toEqual([
      'web begins',
      'web ends',
      'worker begins',
      'worker ends',
      'database begins',
      'database ends',
    ])
  })

  it('goes on when one fails, now or later', async () => {
    told.length = 0
    const { stops, notes } = noting(['database'])
    const throws = {
      name: 'web',
      stop: () => {
        throw new Error('at once')
      },
    }
    const rejects = { name: 'worker', stop: () => Promise.reject(new Error('later')) }
    expect(await stopInOrder([throws, rejects, ...stops], 5_000, log)).toBe(true)
    expect(notes).toEqual(['database begins', 'database ends'])
    expect(told).toEqual(['could not stop cleanly', 'could not stop cleanly'])
  })

  it('begins what is left when one hangs until the deadline, and says that it was late', async () => {
    const { stops, notes } = noting(['database', 'redis'], 1_000)
    const began = performance.now()
    expect(await stopInOrder([stuck, ...stops], 100, log)).toBe(false)
    expect(performance.now() - began).toBeLessThan(900)
    expect(notes).toEqual(['database begins', 'redis begins'])
  })

  it('tries nothing twice when one is slow beyond the deadline', async () => {
    const { stops, notes } = noting(['worker', 'database'], 60)
    expect(await stopInOrder(stops, 30, log)).toBe(false)
    await pause(150)
    expect(notes.filter((note) => note.endsWith('begins'))).toEqual(['worker begins', 'database begins'])
  })

  it('of nothing is done at once', async () => {
    expect(await stopInOrder([], 5_000, log)).toBe(true)
  })
})
