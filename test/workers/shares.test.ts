import { describe, expect, it } from 'vitest'
import { createShares, type Turn } from '../../src/workers/shares.ts'
import { stillClock } from '../actions/support/desk.ts'

const begin = () => {
  const clock = stillClock()
  const shares = createShares(clock)
  const take = (name = 'films', most = 2): Turn => shares.take(name, most)
  /** Takes a turn that must be free; the way to leave. */
  const enter = (name?: string, most?: number): (() => void) => {
    const turn = take(name, most)
    if ('waitMs' in turn) throw new Error(`nothing is free for ${turn.waitMs} ms`)
    return turn.leave
  }
  /** How long somebody is sent away who must be too many. */
  const sent = (name?: string, most?: number): number => {
    const turn = take(name, most)
    if (!('waitMs' in turn)) throw new Error('a turn was free')
    return turn.waitMs
  }
  return { clock, enter, sent }
}

describe('a share', () => {
  it('is for so many at a time; whoever leaves makes room for one', () => {
    const { enter, sent } = begin()
    const leave = enter()
    enter()
    expect(sent()).toBeGreaterThan(0)
    leave()
    enter()
    expect(sent()).toBeGreaterThan(0)
  })

  it('is one for each name', () => {
    const { enter, sent } = begin()
    enter('films', 1)
    expect(sent('films', 1)).toBeGreaterThan(0)
    enter('shows', 1)
  })

  it('that is no whole number still lets one in', () => {
    const { enter, sent } = begin()
    enter('films', 0.5)
    expect(sent('films', 0.5)).toBeGreaterThan(0)
  })
})

describe('whoever is too many', () => {
  it('comes back one after the other', () => {
    const { enter, sent } = begin()
    enter('films', 1)
    expect([sent('films', 1), sent('films', 1), sent('films', 1)]).toEqual([50, 100, 150])
  })

  it('comes back when a turn is likely to be over, by how long turns took lately', () => {
    const { clock, enter, sent } = begin()
    const leave = enter('films', 1)
    clock.pass(8_000)
    leave()
    enter('films', 1)
    expect([sent('films', 1), sent('films', 1)]).toEqual([4_000, 8_000])
  })

  it('waits for less where more get in at a time', () => {
    const { clock, enter, sent } = begin()
    const leave = enter('films', 4)
    clock.pass(8_000)
    leave()
    for (let count = 0; count < 4; count += 1) enter('films', 4)
    expect([sent('films', 4), sent('films', 4)]).toEqual([1_000, 2_000])
  })

  it('waits no longer because others had to a while ago', () => {
    const { clock, enter, sent } = begin()
    enter('films', 1)
    for (let count = 0; count < 10; count += 1) sent('films', 1)
    clock.pass(60_000)
    expect(sent('films', 1)).toBe(50)
  })

  it('never waits for more than two minutes', () => {
    const { clock, enter, sent } = begin()
    const leave = enter('films', 1)
    clock.pass(3_600_000)
    leave()
    enter('films', 1)
    expect([sent('films', 1), sent('films', 1)]).toEqual([120_000, 120_000])
  })
})

it('a turn in which the clock was set back took no time', () => {
  const { clock, enter, sent } = begin()
  for (const ms of [-3_600_000, 8_000]) {
    const leave = enter('films', 1)
    clock.pass(ms)
    leave()
  }
  enter('films', 1)
  expect(sent('films', 1)).toBe(4_000)
})
