import { Redis } from 'ioredis'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSharedBucket } from '../../src/platform/shared-bucket.ts'
import { startRedis, type TestRedis } from '../support/redis.ts'

describe('a bucket that processes share', () => {
  let server: TestRedis
  let one: Redis
  let other: Redis
  beforeAll(async () => {
    server = await startRedis()
    const path = server.url.slice('unix:'.length)
    one = new Redis({ path, enableOfflineQueue: false, maxRetriesPerRequest: 1, lazyConnect: true })
    other = new Redis({ path, enableOfflineQueue: false, maxRetriesPerRequest: 1, lazyConnect: true })
    for (const redis of [one, other]) redis.on('error', () => undefined)
    await Promise.all([one.connect(), other.connect()])
  })
  afterAll(async () => {
    one.disconnect()
    other.disconnect()
    await server.stop()
  })

  it('lets through what fits into a second, whoever asks, and sends the rest to the next', async () => {
    const waits: number[] = []
    // Whoever has to wait is let out of the loop by an error, so that nobody really waits.
    const sleep = async (ms: number) => {
      waits.push(ms)
      throw new Error('had to wait')
    }
    const [time] = (await one.time()) as unknown as [string, string]
    const paces = [one, other].map((redis) => createSharedBucket(redis, `bucket-${time}`, 5, sleep))
    const outcomes = await Promise.allSettled(Array.from({ length: 40 }, (_, index) => paces[index % 2]?.()))
    const through = outcomes.filter(({ status }) => status === 'fulfilled').length
    // The second may turn while the forty ask.
    expect([5, 10]).toContain(through)
    expect(waits.every((ms) => ms > 0 && ms <= 1_000)).toBe(true)
  })

  it('holds nobody up while Redis is away', async () => {
    await server.kill()
    const pace = createSharedBucket(one, 'bucket', 1, () => Promise.reject(new Error('had to wait')))
    await expect(Promise.all([pace(), pace(), pace()])).resolves.toHaveLength(3)
  })
})
