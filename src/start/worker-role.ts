import { createClock } from '../platform/clock.ts'
import type { Metrics } from '../platform/metrics.ts'
import { producerRedis, type RedisAddress, workerRedis } from '../platform/redis.ts'
import { createSharedBucket } from '../platform/shared-bucket.ts'
import type { Stop } from '../platform/shutdown.ts'
import type { JobDeps } from '../workers/deps.ts'
import { queueOf, readJobs } from '../workers/index.ts'
import { createQueues } from '../workers/queues.ts'
import { startRelay } from '../workers/relay.ts'
import { startWorkers } from '../workers/runtime.ts'
import { createShares } from '../workers/shares.ts'
import { startSweeper } from '../workers/sweeper.ts'
import { onPoke } from './poke.ts'

/** Discord allows a bot 50 requests a second; some are left for what does not go through here. */
const MESSAGES_A_SECOND = 45

/**
 * The part that does what happens later. Its stops are in order: nothing new is taken, what runs is finished, then
 * the lines close.
 */
export const startWorkerRole = (
  job: Omit<JobDeps, 'poke' | 'shares'>,
  address: RedisAddress,
  metrics: Metrics,
) => {
  const { db, clock, ids, log } = job
  const jobs = readJobs()
  const sending = producerRedis(address, log)
  const doing = workerRedis(address, log)
  const owner = ids.next(clock.now())
  const queues = createQueues(sending, queueOf(jobs), owner)
  const relay = startRelay({ db, clock, log, enqueue: queues.enqueue })
  const listening = onPoke(workerRedis(address, log), relay.poke)
  const sweeper = startSweeper({ db, clock, ids, log, carrier: queues.carrier, poke: relay.poke, owner })
  const workers = startWorkers(doing, {
    job: { ...job, shares: createShares(clock), poke: relay.poke },
    metrics,
    jobs,
    poke: relay.poke,
  })
  const stops: readonly Stop[] = [
    { name: 'sweeper', stop: sweeper.stop },
    { name: 'workers', stop: workers.stop },
    { name: 'relay', stop: relay.stop },
    { name: 'queues', stop: queues.close },
    { name: 'pokes', stop: listening },
    {
      name: 'redis connections',
      stop: () => {
        sending.disconnect()
        doing.disconnect()
      },
    },
  ]
  const pace = createSharedBucket(sending, 'usherr:bucket', MESSAGES_A_SECOND, createClock().sleep)
  return { poke: relay.poke, pace, redisUp: () => sending.status === 'ready', stops }
}
