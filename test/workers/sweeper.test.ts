import { afterEach, expect, it } from 'vitest'
import { insertWork, type Work } from '../../src/db/queries/work.ts'
import { schedules } from '../../src/workers/schedules.ts'
import { type Carrier, recoverLostWork, startDueSchedules, startSweeper } from '../../src/workers/sweeper.ts'
import { onEachDatabase } from '../db/support/ledger.ts'
import { bench } from './support/bench.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

onEachDatabase('the sweeper', (ledger) => {
  afterEach(async () => {
    for (const table of ['work', 'schedules', 'leases'] as const) await ledger.db.deleteFrom(table).execute()
  })

  const open = (carrier: Partial<Carrier> = {}, owner = 'me') => {
    const table = bench(ledger.db)
    const pokes: string[] = []
    const all: Carrier = { isSameRedis: async () => true, missing: async () => [], ...carrier }
    return {
      ...table,
      pokes,
      sweeper: { ...table.deps, carrier: all, owner, poke: () => void pokes.push(owner) },
    }
  }
  const add = (id: string, row: Partial<Work>, now: number) =>
    ledger.write(async (tx) => {
      await insertWork(tx, [{ id, job: 'send-delivery', subject: id, dueAt: now }], now)
      await tx.updateTable('work').set(row).where('id', '=', id).execute()
    })
  const queued = async () =>
    Object.fromEntries(
      (await ledger.db.selectFrom('work').selectAll().execute()).map((row) => [row.id, row.queuedAt]),
    )

  it('hands everything over again when Redis is another one, but not what is done', async () => {
    const { sweeper, clock, lines } = open({ isSameRedis: async () => false })
    const now = clock.now()
    await add('a', { queuedAt: now }, now)
    await add('b', { queuedAt: now - DAY }, now)
    await add('c', { queuedAt: now, state: 'done' }, now)
    await recoverLostWork(sweeper)
    expect(await queued()).toEqual({ a: null, b: null, c: now })
    expect(lines).toEqual([expect.objectContaining({ level: 'warn', count: 2 })])
  })

  it('finds single jobs that Redis lost, once they were with it for a while', async () => {
    const asked: string[] = []
    const missing = async (rows: readonly Work[]) => {
      asked.push(...rows.map(({ id }) => id))
      return rows.filter(({ id }) => id === 'lost')
    }
    const { sweeper, clock } = open({ missing })
    const now = clock.now()
    await add('lost', { queuedAt: now - MINUTE }, now)
    await add('there', { queuedAt: now - MINUTE }, now)
    await add('young', { queuedAt: now - 1_000 }, now)
    await add('waiting', { queuedAt: null }, now)
    await recoverLostWork(sweeper)
    expect(asked.sort()).toEqual(['lost', 'there'])
    expect(await queued()).toEqual({ lost: null, there: now - MINUTE, young: now - 1_000, waiting: null })
  })

  it('starts each schedule once, and again after its pause', async () => {
    const { deps, clock } = open()
    const started = async () =>
      (await ledger.db.selectFrom('work').select('job').execute()).map(({ job }) => job).sort()
    const names = Object.keys(schedules).sort()
    await startDueSchedules(deps)
    await startDueSchedules(deps)
    expect(await started()).toEqual(names)
    const rarely = Object.entries(schedules)
      .filter(([, pause]) => pause > MINUTE)
      .map(([name]) => name)
    expect(rarely).toContain('prune-ledger')
    clock.pass(MINUTE)
    await startDueSchedules(deps)
    const often = names.filter((name) => !rarely.includes(name))
    expect(await started()).toEqual([...names, ...often].sort())
  })

  it('starts what is due once when two look at the same time', async () => {
    const { deps } = open()
    await Promise.all([startDueSchedules(deps), startDueSchedules(deps)])
    expect(await ledger.db.selectFrom('work').select('job').execute()).toHaveLength(
      Object.keys(schedules).length,
    )
  })

  it('does not make up for a long sleep, and does not wait for a clock that was set back', async () => {
    const { deps, clock } = open()
    await startDueSchedules(deps)
    clock.pass(10 * DAY)
    await startDueSchedules(deps)
    const count = Object.keys(schedules).length
    expect(await ledger.db.selectFrom('work').select('job').execute()).toHaveLength(2 * count)
    clock.pass(-5 * DAY)
    await startDueSchedules(deps)
    expect(await ledger.db.selectFrom('work').select('job').execute()).toHaveLength(3 * count)
  })

  it('is one at a time; another takes over when the first stops, or is gone for a while', async () => {
    const first = open({}, 'first')
    const second = open({}, 'second')
    const hurry = (table: typeof first) => ({
      ...table.sweeper,
      clock: { ...table.clock, sleep: () => new Promise<void>((resolve) => setTimeout(resolve, 10)) },
    })
    const one = startSweeper(hurry(first))
    await expect.poll(() => first.pokes.length).toBeGreaterThan(1)
    const other = startSweeper(hurry(second))
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(second.pokes).toEqual([])
    second.clock.pass(20_000)
    await expect.poll(() => second.pokes.length).toBeGreaterThan(0)
    await Promise.all([one.stop(), other.stop()])
    expect(await ledger.db.selectFrom('leases').selectAll().execute()).toEqual([])
  })

  it('survives a database or Redis that is away', async () => {
    let tries = 0
    const isSameRedis = async () => {
      tries += 1
      if (tries < 3) throw new Error('Connection is closed.')
      return true
    }
    const table = open({ isSameRedis })
    const clock = { ...table.clock, sleep: () => new Promise<void>((resolve) => setTimeout(resolve, 5)) }
    const sweeper = startSweeper({ ...table.sweeper, clock })
    await expect.poll(() => tries).toBeGreaterThan(2)
    await sweeper.stop()
    expect(table.pokes).toContain('me')
  })
})
