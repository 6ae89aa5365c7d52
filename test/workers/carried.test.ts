import type { Redis } from 'ioredis'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { insertWork } from '../../src/db/queries/work.ts'
import { Fault } from '../../src/platform/faults.ts'
import { createMetrics } from '../../src/platform/metrics.ts'
import { producerRedis, redisAddress, workerRedis } from '../../src/platform/redis.ts'
import { finished, type Job } from '../../src/workers/define.ts'
import { queueOf } from '../../src/workers/index.ts'
import { carriedId, createQueues } from '../../src/workers/queues.ts'
import { queueDueWork } from '../../src/workers/relay.ts'
import { startWorkers } from '../../src/workers/runtime.ts'
import { recoverLostWork } from '../../src/workers/sweeper.ts'
import { onEachDatabase } from '../db/support/ledger.ts'
import { startRedis, type TestRedis } from '../support/redis.ts'
import { bench } from './support/bench.ts'

let server: TestRedis
beforeAll(async () => {
  server = await startRedis()
})
afterAll(() => server.stop())

onEachDatabase('work that Redis carries', (ledger) => {
  const closing: (() => Promise<unknown>)[] = []
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close()
    await ledger.db.deleteFrom('work').execute()
    await server.restart()
  })

  const connected = async (make: typeof producerRedis): Promise<Redis> => {
    const redis = make(redisAddress(server.url), bench(ledger.db).deps.log)
    closing.push(async () => redis.disconnect())
    if (redis.status !== 'ready') await new Promise((resolve) => redis.once('ready', resolve))
    return redis
  }

  /** The queues and workers of one process, with one job, and what ran. */
  const open = async (run: (subject: string) => Promise<void>) => {
    const table = bench(ledger.db)
    const job: Job = {
      name: 'try',
      queue: 'upkeep',
      retry: { attempts: 3, firstPauseMs: 1_000, longestPauseMs: 1_000 },
      run: async (subject) => {
        await run(subject)
        return finished()
      },
    }
    const jobs = new Map([[job.name, job]])
    const queues = createQueues(await connected(producerRedis), queueOf(jobs), 'this-process')
    closing.push(queues.close)
    let pokes = 0
    const poke = () => {
      pokes += 1
    }
    const metrics = createMetrics(async () => 0)
    const work = async () =>
      startWorkers(await connected(workerRedis), { job: table.deps, metrics, jobs, poke })
    const add = (...ids: string[]) =>
      ledger.write((tx) =>
        insertWork(
          tx,
          ids.map((id) => ({ id, job: 'try', subject: id, dueAt: table.clock.now() })),
          table.clock.now(),
        ),
      )
    const hand = () => queueDueWork({ ...table.deps, enqueue: queues.enqueue })
    const row = (id: string) =>
      ledger.db.selectFrom('work').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
    return { ...table, ...queues, add, hand, row, work, pokes: () => pokes, metrics }
  }

  it('is run once, told in one line, and leaves nothing in Redis', async () => {
    const ran: string[] = []
    const desk = await open(async (subject) => void ran.push(subject))
    await desk.add('a', 'b')
    await desk.hand()
    const workers = await desk.work()
    await expect
      .poll(async () => [(await desk.row('a')).state, (await desk.row('b')).state])
      .toEqual(['done', 'done'])
    expect(ran.sort()).toEqual(['a', 'b'])
    await expect.poll(desk.pokes).toBe(2)
    await workers.stop()
    const rows = [await desk.row('a'), await desk.row('b')]
    expect(await desk.carrier.missing(rows)).toHaveLength(2)
    const lines = desk.lines.filter(({ event }) => event === 'job')
    expect(lines.map(({ name, outcome, attempt }) => [name, outcome, attempt])).toEqual([
      ['try', 'done', 1],
      ['try', 'done', 1],
    ])
  })

  it('is retried from the database: a new attempt is a new job', async () => {
    let tries = 0
    const desk = await open(async () => {
      tries += 1
      if (tries === 1) throw new Fault({ kind: 'timeout', service: 'Radarr', operation: 'add' })
    })
    closing.push((await desk.work()).stop)
    await desk.add('a')
    await desk.hand()
    await expect.poll(async () => (await desk.row('a')).attempt).toBe(2)
    expect(await desk.hand()).toBe(0)
    desk.clock.pass(1_000)
    expect(await desk.hand()).toBe(1)
    await expect.poll(async () => (await desk.row('a')).state).toBe('done')
    expect(tries).toBe(2)
  })

  it('is run once though it was handed over twice, and though an old copy comes late', async () => {
    const ran: string[] = []
    const desk = await open(async (subject) => void ran.push(subject))
    await desk.add('a')
    const row = await desk.row('a')
    closing.push((await desk.work()).stop)
    const old = { ...row, attempt: 7 }
    await desk.enqueue([old])
    await expect.poll(async () => (await desk.carrier.missing([old])).length).toBe(1)
    expect(ran).toEqual([])
    await desk.enqueue([row])
    await desk.enqueue([row])
    await expect.poll(async () => (await desk.carrier.missing([row])).length).toBe(1)
    await desk.enqueue([row])
    await expect.poll(async () => (await desk.carrier.missing([row])).length).toBe(1)
    expect(ran).toEqual(['a'])
    expect(carriedId(row)).toBe('a.1')
  })

  it('comes back after Redis was emptied, and what ran meanwhile is not run beside itself', async () => {
    const gate = Promise.withResolvers<void>()
    const ran: string[] = []
    const desk = await open(async (subject) => {
      ran.push(subject)
      if (subject === 'long') await gate.promise
    })
    expect(await desk.carrier.isSameRedis()).toBe(false)
    expect(await desk.carrier.isSameRedis()).toBe(true)
    closing.push((await desk.work()).stop)
    await desk.add('long')
    await desk.hand()
    await expect.poll(() => ran).toEqual(['long'])
    const emptying = await connected(producerRedis)
    await emptying.flushall()
    await desk.add('a')
    await ledger.db.updateTable('work').set({ queuedAt: 1 }).execute()
    const sweeper = { ...desk.deps, carrier: desk.carrier, owner: 'me', poke: () => undefined }
    await recoverLostWork(sweeper)
    expect(await desk.hand()).toBe(2)
    await expect.poll(async () => (await desk.row('a')).state, { timeout: 5_000 }).toBe('done')
    gate.resolve()
    await expect.poll(async () => (await desk.row('long')).state).toBe('done')
    expect(ran).toEqual(['long', 'a'])
  })

  it('that runs is waited for by a stop, and what comes afterwards waits for the next start', async () => {
    const gate = Promise.withResolvers<void>()
    const ran: string[] = []
    const desk = await open(async (subject) => {
      ran.push(subject)
      await gate.promise
    })
    const workers = await desk.work()
    await desk.add('a')
    await desk.hand()
    await expect.poll(() => ran).toEqual(['a'])
    let isStopped = false
    const stopping = workers.stop().then(() => {
      isStopped = true
    })
    await new Promise((resolve) => setTimeout(resolve, 60))
    expect(isStopped).toBe(false)
    gate.resolve()
    await stopping
    await desk.add('b')
    await desk.hand()
    await new Promise((resolve) => setTimeout(resolve, 60))
    expect([(await desk.row('a')).state, (await desk.row('b')).state]).toEqual(['done', 'open'])
    expect(ran).toEqual(['a'])
  })
})
