import { Queue } from 'bullmq'
import type { Redis } from 'ioredis'
import type { Work } from '../db/queries/work.ts'
import { QUEUES, type QueueName } from './define.ts'
import type { Enqueue } from './relay.ts'
import type { Carrier } from './sweeper.ts'

/** The prefix of every key that BullMQ keeps for us. */
export const PREFIX = 'usherr'
const EPOCH_KEY = `${PREFIX}:epoch`

/** An attempt at a piece of work is one BullMQ job: a new attempt is a new id, so an old copy can do no harm. */
export const carriedId = (work: Pick<Work, 'id' | 'attempt'>): string => `${work.id}.${work.attempt}`

type Queues = { enqueue: Enqueue; carrier: Carrier; close(): Promise<void> }

/**
 * The sending side of BullMQ. Retries, delays and outcomes live in SQL; Redis only carries what is due, so jobs are
 * removed as soon as they end.
 * @param epoch a value of this process, written to Redis to notice when Redis is another one than before
 */
export const createQueues = (redis: Redis, queueOf: (job: string) => QueueName, epoch: string): Queues => {
  const queues = new Map<QueueName, Queue>()
  for (const name of Object.keys(QUEUES) as QueueName[]) {
    const queue = new Queue(name, { connection: redis, prefix: PREFIX })
    // The connection reports its own troubles; without a listener BullMQ's copy would end the process.
    queue.on('error', () => undefined)
    queues.set(name, queue)
  }
  const queueFor = (job: string): Queue => {
    const queue = queues.get(queueOf(job))
    if (queue === undefined) throw new Error(`no queue for ${job}`)
    return queue
  }

  return {
    enqueue: async (work) => {
      const byQueue = Map.groupBy(work, (row) => queueFor(row.job))
      for (const [queue, rows] of byQueue) {
        await queue.addBulk(
          rows.map((row) => ({
            name: row.job,
            data: { work: row.id, attempt: row.attempt },
            opts: { jobId: carriedId(row), removeOnComplete: true, removeOnFail: true, attempts: 1 },
          })),
        )
      }
    },
    carrier: {
      isSameRedis: async () => (await redis.setnx(EPOCH_KEY, epoch)) === 0,
      missing: async (work) => {
        const found = await Promise.all(work.map((row) => queueFor(row.job).getJob(carriedId(row))))
        return work.filter((_, index) => found[index] === undefined)
      },
    },
    close: async () => {
      await Promise.all([...queues.values()].map((queue) => queue.close()))
    },
  }
}
