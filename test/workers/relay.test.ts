import { afterEach, expect, it } from 'vitest'
import { appendOutbox } from '../../src/db/queries/outbox.ts'
import type { Work } from '../../src/db/queries/work.ts'
import { EVENTS, type EventName } from '../../src/domain/events.ts'
import { readJobs } from '../../src/workers/index.ts'
import { reactions } from '../../src/workers/reactions.ts'
import { expandOutbox, queueDueWork, startRelay } from '../../src/workers/relay.ts'
import { type Ledger, onEachDatabase } from '../db/support/ledger.ts'
import { ids } from '../db/support/rows.ts'
import { countWaiting } from '../db/support/waiting.ts'
import { bench } from './support/bench.ts'

it('every event has its reactions, and every reaction and schedule a job', () => {
  expect(Object.keys(reactions).sort()).toEqual([...EVENTS].sort())
  const jobs = readJobs()
  expect(jobs.size).toBeGreaterThan(15)
  const [one] = jobs.values()
  expect(() => readJobs(one === undefined ? [] : [...jobs.values(), one])).toThrow('two jobs share a name')
  expect(() => readJobs([...jobs.values()].filter(({ name }) => name !== 'add-to-arr'))).toThrow(
    'no job is called add-to-arr',
  )
})

const happen = (ledger: Ledger, now: number, ...happenings: [EventName, string][]) =>
  ledger.write((tx) =>
    appendOutbox(
      tx,
      happenings.map(([name, subject]) => ({ name, subject })),
      now,
      ids,
    ),
  )

const work = (ledger: Ledger) => ledger.db.selectFrom('work').selectAll().orderBy('id').execute()

onEachDatabase('what happened', (ledger) => {
  afterEach(async () => {
    await ledger.db.deleteFrom('work').execute()
    await ledger.db.deleteFrom('outbox').execute()
  })

  it('becomes one row of work per reaction, due now, once', async () => {
    const { deps, clock } = bench(ledger.db)
    await happen(ledger, clock.now(), ['request.approved', 'r1'])
    await happen(ledger, clock.now() + 1, ['instance.removed', 'i1'])
    expect(await expandOutbox(ledger.db, clock)).toBe(2)
    const rows = await work(ledger)
    expect(rows.map(({ job, subject }) => `${job} ${subject}`)).toEqual([
      'add-to-arr r1',
      'show-approval-card r1',
      'show-status-card r1',
      'remove-hook i1',
    ])
    for (const row of rows) {
      expect(row).toMatchObject({
        state: 'open',
        attempt: 1,
        failures: 0,
        queuedAt: null,
        dueAt: deps.clock.now(),
      })
    }
    expect(await countWaiting(ledger.db)).toBe(0)
    expect(await expandOutbox(ledger.db, clock)).toBe(0)
    expect(await work(ledger)).toEqual(rows)
  })

  it('is not done twice when its row was written by one who was gone before saying so', async () => {
    const { clock } = bench(ledger.db)
    await happen(ledger, clock.now(), ['delivery.planned', 'd1'])
    await expandOutbox(ledger.db, clock)
    await ledger.db.updateTable('work').set({ state: 'done' }).execute()
    await ledger.db.updateTable('outbox').set({ relayedAt: null }).execute()
    await expandOutbox(ledger.db, clock)
    expect(await work(ledger)).toMatchObject([{ job: 'send-delivery', state: 'done' }])
  })

  it('is expanded by two at once as by one', async () => {
    const { clock } = bench(ledger.db)
    const many = Array.from({ length: 250 }, (_, nr): [EventName, string] => ['delivery.planned', `d${nr}`])
    await happen(ledger, clock.now(), ...many)
    await Promise.all([expandOutbox(ledger.db, clock), expandOutbox(ledger.db, clock)])
    while ((await expandOutbox(ledger.db, clock)) > 0);
    expect((await work(ledger)).map(({ subject }) => subject).sort()).toEqual(many.map(([, id]) => id).sort())
  })

  it('that this version does not know keeps nothing else waiting', async () => {
    const { clock } = bench(ledger.db)
    await happen(ledger, clock.now(), ['request.flown' as EventName, 'r1'], ['delivery.planned', 'd1'])
    await expandOutbox(ledger.db, clock)
    expect((await work(ledger)).map(({ subject }) => subject)).toEqual(['d1'])
  })

  it('is handed over when it is due, once, the longest due first', async () => {
    const { deps, clock } = bench(ledger.db)
    const handed: string[][] = []
    const relay = {
      ...deps,
      enqueue: async (rows: readonly Work[]) => void handed.push(rows.map(({ subject }) => subject)),
    }
    await happen(
      ledger,
      clock.now(),
      ['delivery.planned', 'd1'],
      ['delivery.planned', 'd2'],
      ['delivery.planned', 'd3'],
    )
    await expandOutbox(ledger.db, clock)
    const due = (subject: string, dueAt: number) =>
      ledger.db.updateTable('work').set({ dueAt }).where('subject', '=', subject).execute()
    await due('d1', clock.now() + 5)
    await due('d3', clock.now() - 5)
    expect([await queueDueWork(relay), await queueDueWork(relay)]).toEqual([2, 0])
    clock.pass(5)
    expect(await queueDueWork(relay)).toBe(1)
    expect(handed).toEqual([['d3', 'd2'], ['d1']])
  })

  it('waits when Redis is away, and goes on when it is back', async () => {
    const { deps, clock, lines } = bench(ledger.db)
    let isAway = true
    const handed: string[] = []
    const enqueue = async (rows: readonly Work[]) => {
      if (isAway) throw new Error('Connection is closed.')
      handed.push(...rows.map(({ subject }) => subject))
    }
    // Polls as fast as it can, and is woken by nobody.
    const hurried = { ...clock, sleep: () => new Promise<void>((resolve) => setTimeout(resolve, 5)) }
    await happen(ledger, clock.now(), ['delivery.planned', 'd1'])
    const relay = startRelay({ ...deps, clock: hurried, enqueue })
    await expect.poll(async () => (await work(ledger)).length).toBe(1)
    await new Promise((resolve) => setTimeout(resolve, 40))
    expect(lines.filter(({ level }) => level === 'warn')).toHaveLength(1)
    isAway = false
    await expect.poll(() => handed).toEqual(['d1'])
    await relay.stop()
    expect(handed).toEqual(['d1'])
  })

  it('is moved at once by a poke, also by one during a round, and no more after the stop', async () => {
    const { deps, clock } = bench(ledger.db)
    const handed: string[] = []
    const relay = startRelay({
      ...deps,
      enqueue: async (rows) => {
        handed.push(...rows.map(({ subject }) => subject))
        if (handed.length === 1) {
          await happen(ledger, clock.now(), ['delivery.planned', 'd2'])
          relay.poke()
        }
      },
    })
    await happen(ledger, clock.now(), ['delivery.planned', 'd1'])
    relay.poke()
    await expect.poll(() => handed).toEqual(['d1', 'd2'])
    await relay.stop()
    await happen(ledger, clock.now(), ['delivery.planned', 'd3'])
    relay.poke()
    await new Promise((resolve) => setTimeout(resolve, 30))
    expect(handed).toEqual(['d1', 'd2'])
  })
})
