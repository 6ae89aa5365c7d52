import { beforeEach, expect, it } from 'vitest'
import { findInstance } from '../../src/db/queries/instances.ts'
import type { InstancesTable } from '../../src/db/tables/database.ts'
import { Fault, type FaultKind } from '../../src/platform/faults.ts'
import { watchInstanceJob } from '../../src/workers/jobs/watch-instance.ts'
import { NOW } from '../actions/support/desk.ts'
import { instance, OFFER } from '../actions/support/things.ts'
import { type Ledger, onEachDatabase } from '../db/support/ledger.ts'
import { bench } from './support/bench.ts'

const MINUTE = 60_000
const DOUBTED = { failures: 1, failingSince: NOW } as const

/** An instance, as it is by the row, that fails as `state.fails` says, or answers. */
const arrange = async (ledger: Ledger, more: Partial<InstancesTable> = {}) => {
  const state = { fails: undefined as FaultKind | undefined, profiles: [...OFFER.choices.profiles] }
  let looks = 0
  const arr = {
    status: async () => {
      looks += 1
      const { fails: kind } = state
      if (kind !== undefined) throw new Fault({ kind, service: 'Films', operation: 'read the status' })
      return { app: 'Radarr', version: '6.0.4.10291' }
    },
    find: async () => undefined,
    profiles: async () => state.profiles,
    folders: async () => OFFER.choices.folders.map(({ path }) => ({ path, accessible: true })),
    tags: async () => [],
  }
  const table = bench(ledger.db, { arr })
  const { id } = await ledger.write((tx) => instance(tx, more))
  const run = () => watchInstanceJob.run(id, table.deps)
  return { ...table, id, state, run, looks: () => looks, now: () => findInstance(ledger.db, id) }
}

onEachDatabase('whoever watches an instance', (ledger) => {
  beforeEach(async () => {
    await ledger.db.deleteFrom('instances').execute()
  })

  it('leaves one alone that is well, or gone', async () => {
    const { run, looks, id } = await arrange(ledger, { health: 'ok', healthSince: NOW })
    expect(await run()).toEqual({ end: 'done', note: 'nothing to watch' })
    await ledger.db
      .updateTable('instances')
      .set({ ...DOUBTED, state: 'removed' })
      .where('id', '=', id)
      .execute()
    expect(await run()).toEqual({ end: 'done', note: 'nothing to watch' })
    expect(looks()).toBe(0)
  })

  it('ends when it answers again', async () => {
    const { run, looks, now } = await arrange(ledger, DOUBTED)
    expect(await run()).toEqual({ end: 'done', note: 'it is well' })
    expect((await now())?.line).toEqual({ failures: 0 })
    expect(looks()).toBe(1)
  })

  it('looks again soon after a first failure, and then leaves it alone for longer each time', async () => {
    const { run, state, clock, now } = await arrange(ledger, DOUBTED)
    state.fails = 'unreachable'
    const waits: number[] = []
    for (let count = 0; count < 9; count += 1) {
      const end = await run()
      if (end.end !== 'wait') throw new Error('it gave up')
      waits.push(end.ms / 1_000)
      clock.pass(end.ms)
    }
    expect(waits).toEqual([5, 5, 10, 20, 40, 80, 160, 300, 300])
    expect(await now()).toMatchObject({ line: { failures: 10 }, health: { since: NOW } })
  })

  it('calls nobody before the rest is over', async () => {
    const { run, looks, clock } = await arrange(ledger, { ...DOUBTED, failures: 3, restedUntil: NOW + 9_000 })
    expect(await run()).toEqual({ end: 'wait', ms: 9_000, why: 'it rests' })
    expect(looks()).toBe(0)
    clock.pass(9_000)
    expect(await run()).toEqual({ end: 'done', note: 'it is well' })
  })

  it('waits for whoever mends it where only a person can, and sees it by itself', async () => {
    const { run, state, clock } = await arrange(ledger, DOUBTED)
    state.fails = 'unauthorised'
    expect(await run()).toMatchObject({ end: 'wait', ms: 5 * MINUTE })
    clock.pass(5 * MINUTE)
    expect(await run()).toMatchObject({ end: 'wait', ms: 5 * MINUTE })
    state.fails = undefined
    clock.pass(5 * MINUTE)
    expect(await run()).toEqual({ end: 'done', note: 'it is well' })
  })

  it('goes on while what was chosen is gone, until it is back', async () => {
    const { run, state } = await arrange(ledger, DOUBTED)
    state.profiles = [{ id: 6, name: 'UHD' }]
    expect(await run()).toEqual({ end: 'wait', ms: 5 * MINUTE, why: 'it is not well yet' })
    expect(await run()).toMatchObject({ end: 'wait' })
    state.profiles = [...OFFER.choices.profiles]
    expect(await run()).toEqual({ end: 'done', note: 'it is well' })
  })

  it('does not hide a bug', async () => {
    const { id, deps } = await arrange(ledger, DOUBTED)
    const status = () => Promise.reject(new TypeError('undefined'))
    const broken = { ...deps, arr: () => ({ ...deps.arr({} as never), status }) }
    await expect(watchInstanceJob.run(id, broken)).rejects.toThrow(TypeError)
  })
})
