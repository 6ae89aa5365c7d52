import { afterEach, expect, it } from 'vitest'
import { findWork, insertWork } from '../../src/db/queries/work.ts'
import { Fault, type FaultFacts, type FaultKind } from '../../src/platform/faults.ts'
import { createMetrics } from '../../src/platform/metrics.ts'
import { finished, type Job, later, pauseAfter } from '../../src/workers/define.ts'
import { runWork } from '../../src/workers/runtime.ts'
import { type Ledger, onEachDatabase } from '../db/support/ledger.ts'
import { bench } from './support/bench.ts'

const fault = (kind: FaultKind, more: Partial<FaultFacts> = {}) =>
  new Fault({ kind, service: 'Radarr', operation: 'add a film', ...more })

const retry = { attempts: 3, firstPauseMs: 1_000, longestPauseMs: 3_000 }

/** Runs a job once on a row of its own, and tells what the row is then. */
const open = (ledger: Ledger) => {
  const table = bench(ledger.db)
  const gaveUp: string[] = []
  const deps = {
    job: table.deps,
    metrics: createMetrics(async () => 0),
    jobs: new Map(),
    poke: () => undefined,
  }
  const add = async (id: string) =>
    ledger.write((tx) =>
      insertWork(tx, [{ id, job: 'try', subject: 's', dueAt: table.clock.now() }], table.clock.now()),
    )
  const run = async (id: string, body: Job['run'], more: Partial<Job> = {}) => {
    const row = await findWork(ledger.db, id)
    if (row === undefined) throw new Error('there is no such work')
    const job: Job = {
      name: 'try',
      queue: 'upkeep',
      retry,
      run: body,
      gaveUp: async (subject, _, why) => void gaveUp.push(`${subject}: ${why}`),
      ...more,
    }
    const verdict = await runWork(deps, row, job)
    return { verdict, row: await findWork(ledger.db, id) }
  }
  return { ...table, add, run, gaveUp }
}

onEachDatabase('a job', (ledger) => {
  afterEach(async () => void (await ledger.db.deleteFrom('work').execute()))

  it('that is done is written down as done, with its note', async () => {
    const { add, run, clock } = open(ledger)
    await add('w')
    const { verdict, row } = await run('w', async () => finished('added'))
    expect(verdict).toEqual({ outcome: 'done', detail: 'added' })
    expect(row).toMatchObject({ state: 'done', reason: 'added', finishedAt: clock.now(), attempt: 1 })
  })

  it('that waits comes back when it said, as a new attempt, and nothing counts against it', async () => {
    const { add, run, clock, gaveUp } = open(ledger)
    await add('w')
    for (let round = 1; round <= 10; round++) {
      const { verdict, row } = await run('w', async () => later(5_000, 'not yet'))
      expect(verdict.outcome).toBe('waits')
      expect(row).toMatchObject({
        state: 'open',
        attempt: round + 1,
        failures: 0,
        queuedAt: null,
        dueAt: clock.now() + 5_000,
        reason: 'not yet',
      })
    }
    expect(gaveUp).toEqual([])
  })

  const passing: FaultKind[] = [
    'unreachable',
    'name-not-found',
    'tls',
    'timeout',
    'rate-limited',
    'conflict',
    'server',
  ]

  it.each(passing)('that meets %s is tried again with growing pauses, then given up once', async (kind) => {
    const { add, run, clock, gaveUp } = open(ledger)
    await add('w')
    const trouble = () => Promise.reject(fault(kind))
    const pauses: number[] = []
    for (const failures of [1, 2]) {
      const { verdict, row } = await run('w', trouble)
      expect(verdict.outcome).toBe('fault')
      expect(row).toMatchObject({ state: 'open', failures, attempt: failures + 1, queuedAt: null })
      pauses.push((row?.dueAt ?? 0) - clock.now())
    }
    expect(pauses).toEqual([1_000, 2_000])
    expect(gaveUp).toEqual([])
    const { verdict, row } = await run('w', trouble)
    expect(verdict.outcome).toBe('gave-up')
    expect(row).toMatchObject({
      state: 'failed',
      reason: `Radarr: add a film: ${kind}`,
      finishedAt: clock.now(),
    })
    expect(gaveUp).toEqual([`s: Radarr: add a film: ${kind}`])
  })

  it.each(['unauthorised', 'forbidden', 'not-found', 'rejected', 'bad-shape'] as const)(
    'that meets %s is given up at once, for no repetition mends it',
    async (kind) => {
      const { add, run, gaveUp } = open(ledger)
      await add('w')
      const { verdict, row } = await run('w', () => Promise.reject(fault(kind)))
      expect([verdict.outcome, row?.state]).toEqual(['gave-up', 'failed'])
      expect(gaveUp).toHaveLength(1)
    },
  )

  it('that is told when to come back does so, and it does not count', async () => {
    const { add, run, clock, gaveUp } = open(ledger)
    await add('w')
    for (let round = 0; round < 5; round++) {
      const { verdict, row } = await run('w', () =>
        Promise.reject(fault('rate-limited', { retryAfterMs: 7_000 })),
      )
      expect(verdict.outcome).toBe('waits')
      expect(row).toMatchObject({ state: 'open', failures: 0, dueAt: clock.now() + 7_000 })
    }
    expect(gaveUp).toEqual([])
  })

  it('with a bug is tried a few times and given up, and its words stay out of the ledger', async () => {
    const { add, run, gaveUp } = open(ledger)
    await add('w')
    const bug = new TypeError('token=abc is not a function')
    const outcomes: unknown[] = []
    for (let round = 0; round < 3; round++) {
      const { verdict } = await run('w', () => Promise.reject(bug))
      expect(verdict.err).toBe(bug)
      outcomes.push(verdict.outcome)
    }
    expect(outcomes).toEqual(['bug', 'bug', 'bug'])
    expect(await findWork(ledger.db, 'w')).toMatchObject({ state: 'failed', reason: 'an unexpected error' })
    expect(gaveUp).toEqual(['s: an unexpected error'])
  })

  it('that succeeds after failures is done, and one that is told to wait begins to count anew', async () => {
    const { add, run } = open(ledger)
    await add('w')
    await run('w', () => Promise.reject(fault('timeout')))
    expect((await run('w', async () => later(1, 'hm'))).row).toMatchObject({ failures: 0, attempt: 3 })
    expect((await run('w', async () => finished())).row).toMatchObject({ state: 'done', reason: null })
  })

  it('that can’t even say that it gave up stays open, to be found again', async () => {
    const { add, run } = open(ledger)
    await add('w')
    const failing = run('w', () => Promise.reject(fault('rejected')), {
      gaveUp: () => Promise.reject(new Error('the database is away')),
    })
    await expect(failing).rejects.toThrow('the database is away')
    expect(await findWork(ledger.db, 'w')).toMatchObject({ state: 'open' })
  })

  it('of which an older attempt ends late changes nothing in the newer', async () => {
    const { add, run, clock } = open(ledger)
    await add('w')
    const { row } = await run('w', async () => {
      await ledger.db
        .updateTable('work')
        .set({ attempt: 9, dueAt: clock.now() + 1 })
        .execute()
      return later(99_000, 'too late')
    })
    expect(row).toMatchObject({ attempt: 9, dueAt: clock.now() + 1 })
  })
})

it('pauses double from the first to the longest, a tenth more or less', () => {
  const pauses = [0, 1, 2, 3, 50, 10_000].map((failures) => pauseAfter(retry, failures, 0.5))
  expect(pauses).toEqual([1_000, 2_000, 3_000, 3_000, 3_000, 3_000])
  expect([pauseAfter(retry, 0, 0), pauseAfter(retry, 0, 1)]).toEqual([900, 1_100])
})
