import { expect, it } from 'vitest'
import { findPace } from '../../src/db/queries/paces.ts'
import type { Lane } from '../../src/domain/watchlists/pace.ts'
import { Fault } from '../../src/platform/faults.ts'
import { createPlexPace } from '../../src/start/plex-pace.ts'
import { NOW, stillClock } from '../actions/support/desk.ts'
import { type Ledger, onEachDatabase } from '../db/support/ledger.ts'

const HOUR = 3_600_000
const CALL = { service: 'plex.tv', operation: 'look' }

/** A clock on which whoever sleeps has slept at once. */
const sleepyClock = () => {
  const clock = stillClock()
  return { ...clock, sleep: async (ms: number) => clock.pass(ms) }
}

/** Two processes that share what may be asked, from a full bucket on. */
const arrange = async (ledger: Ledger, clock = sleepyClock()) => {
  await ledger.db.deleteFrom('paces').execute()
  const [one, other] = [createPlexPace(ledger.db, clock), createPlexPace(ledger.db, clock)]
  const tryTake = async (lane: Lane, pace = one): Promise<number> => {
    try {
      await pace.take(CALL, lane)
      return 0
    } catch (error) {
      if (error instanceof Fault && error.kind === 'rate-limited') return error.facts.retryAfterMs ?? -1
      throw error
    }
  }
  return { clock, one, other, tryTake, left: async () => (await findPace(ledger.db, 'plex'))?.level }
}

onEachDatabase('what may be asked of Plex', (ledger) => {
  it('is one for all processes, also when they ask at the same moment', async () => {
    // Nobody's waiting ends: only those whose turn it is are through.
    let [through, waiting] = [0, 0]
    const sleep = () => {
      waiting += 1
      return new Promise<never>(() => undefined)
    }
    const { one, other, left } = await arrange(ledger, { ...stillClock(), sleep })
    for (let count = 0; count < 10; count++)
      for (const pace of [one, other]) void pace.take(CALL, 'person').then(() => (through += 1))
    await expect.poll(() => [through, waiting], { timeout: 10_000 }).toEqual([12, 8])
    expect(await left()).toBe(0)
  })

  it('comes back by and by, and whoever waits a moment has their turn', async () => {
    const { tryTake, clock, left } = await arrange(ledger)
    for (let count = 0; count < 15; count++) expect(await tryTake('person')).toBe(0)
    expect(clock.now() - NOW).toBe(1_000)
    expect(await left()).toBe(0)
  })

  it('sends away who would have to wait too long, and tells until when', async () => {
    const { tryTake, clock } = await arrange(ledger, stillClock())
    for (let count = 0; count < 12; count++) await tryTake('person')
    clock.pass(-HOUR)
    await ledger.db.updateTable('paces').set({ level: -20_000 }).execute()
    const waitMs = await tryTake('walk')
    expect(waitMs).toBe(Math.ceil(28_000 / 3))
    clock.pass(waitMs)
    expect(await tryTake('walk')).toBe(0)
  })

  it('sends away whose own time is up before their turn has come', async () => {
    const stopped = {
      ...stillClock(),
      sleep: (_: number, signal?: AbortSignal) => Promise.reject(signal?.reason),
    }
    const { one, tryTake } = await arrange(ledger, stopped)
    for (let count = 0; count < 12; count++) await tryTake('person')
    const late = one.take({ ...CALL, signal: AbortSignal.abort() }, 'person')
    await expect(late).rejects.toMatchObject({ kind: 'rate-limited', facts: { retryAfterMs: 334 } })
  })

  it('is nothing while Plex wishes so, for everybody and to the end', async () => {
    const { one, tryTake, other, clock } = await arrange(ledger)
    await other.pause(HOUR)
    await one.pause(1_000)
    expect(await tryTake('person')).toBe(HOUR)
    clock.pass(HOUR - 1)
    expect(await tryTake('person', other)).toBe(1)
    clock.pass(1)
    expect(await tryTake('person')).toBe(0)
  })

  it('is nothing for a minute when Plex doesn’t say how long', async () => {
    const { one, tryTake } = await arrange(ledger)
    await one.pause(undefined)
    expect(await tryTake('person')).toBe(60_000)
  })

  it('goes on after the clock was set back', async () => {
    const { tryTake, clock } = await arrange(ledger)
    for (let count = 0; count < 12; count++) await tryTake('person')
    clock.pass(-HOUR)
    expect(await tryTake('person')).toBe(0)
  })

  it('outlives who asks: what was asked before a restart counts', async () => {
    const { one, clock } = await arrange(ledger)
    await one.pause(HOUR)
    await expect(createPlexPace(ledger.db, clock).take(CALL, 'person')).rejects.toThrow(/rate-limited/)
  })
})
