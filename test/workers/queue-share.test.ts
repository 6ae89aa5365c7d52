import type { Redis } from 'ioredis'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { findInstance } from '../../src/db/queries/instances.ts'
import { insertWork } from '../../src/db/queries/work.ts'
import { createMetrics } from '../../src/platform/metrics.ts'
import { producerRedis, redisAddress, workerRedis } from '../../src/platform/redis.ts'
import { atInstance } from '../../src/workers/at-instance.ts'
import { finished, type Job, QUEUES } from '../../src/workers/define.ts'
import type { JobDeps } from '../../src/workers/deps.ts'
import { queueOf } from '../../src/workers/index.ts'
import { createQueues } from '../../src/workers/queues.ts'
import { queueDueWork } from '../../src/workers/relay.ts'
import { startWorkers } from '../../src/workers/runtime.ts'
import { createShares } from '../../src/workers/shares.ts'
import { instance } from '../actions/support/things.ts'
import { onEachDatabase } from '../db/support/ledger.ts'
import { startRedis, type TestRedis } from '../support/redis.ts'
import { bench } from './support/bench.ts'

/** Longer than anything takes on a busy machine. */
const LONG = { timeout: 15_000 }

let server: TestRedis
beforeAll(async () => {
  server = await startRedis()
})
afterAll(() => server.stop())

onEachDatabase('work at an instance that does not answer', (ledger) => {
  const closing: (() => Promise<unknown>)[] = []
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close()
    await server.restart()
  })

  const connected = async (make: typeof producerRedis): Promise<Redis> => {
    const redis = make(redisAddress(server.url), bench(ledger.db).deps.log)
    closing.push(async () => redis.disconnect())
    if (redis.status !== 'ready') await new Promise((resolve) => redis.once('ready', resolve))
    return redis
  }

  it('leaves the others their places in the queue, also when there is more of it than places', async () => {
    const table = bench(ledger.db)
    const deps: JobDeps = { ...table.deps, shares: createShares(table.clock) }
    const silent = await ledger.write((tx) => instance(tx))
    const well = await ledger.write((tx) => instance(tx))
    let answer: () => void = () => undefined
    const silence = new Promise<void>((resolve) => {
      answer = resolve
    })
    const job: Job = {
      name: 'visit',
      queue: 'arr',
      retry: { attempts: 3, firstPauseMs: 1_000, longestPauseMs: 1_000 },
      run: async (subject) => {
        const at = await findInstance(ledger.db, subject)
        if (at === undefined) throw new Error('the instance is gone')
        return atInstance(at, 'arr', deps, async () => {
          if (subject === silent.id) await silence
          return finished('seen')
        })
      },
    }
    const jobs = new Map([[job.name, job]])
    const queues = createQueues(await connected(producerRedis), queueOf(jobs), 'this-process')
    closing.push(queues.close)
    const metrics = createMetrics(async () => 0)
    const runtime = { job: deps, metrics, jobs, poke: () => undefined }
    closing.push(startWorkers(await connected(workerRedis), runtime).stop)
    closing.push(async () => answer())

    const now = deps.clock.now()
    const many = Array.from({ length: QUEUES.arr * 2 }, (_, count) => ({
      id: `silent${count}`,
      job: job.name,
      subject: silent.id,
      dueAt: now,
    }))
    const last = { id: 'last', job: job.name, subject: well.id, dueAt: now + 1 }
    await ledger.write((tx) => insertWork(tx, [...many, last], now))
    table.clock.pass(1)
    await queueDueWork({ ...deps, enqueue: queues.enqueue })

    const works = () => ledger.db.selectFrom('work').select(['id', 'state', 'attempt']).execute()
    const statesOf = async (isMeant: (work: { id: string; attempt: number }) => boolean) =>
      (await works()).filter(isMeant).map(({ state }) => state)
    await expect.poll(() => statesOf(({ id }) => id === 'last'), LONG).toEqual(['done'])
    // Whoever was too many was sent away, which made a second attempt of it.
    const atSilent = () => statesOf(({ id, attempt }) => id !== 'last' && attempt === 1)
    await expect.poll(atSilent, LONG).toEqual(['open', 'open'])
    answer()
    await expect.poll(atSilent, LONG).toEqual(['done', 'done'])
  })
})
