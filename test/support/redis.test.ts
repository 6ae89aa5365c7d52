import { Redis } from 'ioredis'
import { afterAll, expect, test } from 'vitest'
import { startRedis } from './redis.ts'

const server = await startRedis()
afterAll(() => server.stop())

const say = async <T>(talk: (redis: Redis) => Promise<T>): Promise<T> => {
  const redis = new Redis({
    path: server.url.slice('unix:'.length),
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
  })
  redis.on('error', () => undefined)
  try {
    return await talk(redis)
  } finally {
    redis.disconnect()
  }
}

test('it evicts nothing, as BullMQ requires', async () => {
  expect(await say((redis) => redis.config('GET', 'maxmemory-policy'))).toEqual([
    'maxmemory-policy',
    'noeviction',
  ])
})

test('it can be killed, and comes back empty at the same address', async () => {
  await say((redis) => redis.set('seat', '12'))
  await server.kill()
  await expect(say((redis) => redis.get('seat'))).rejects.toThrow()
  await server.restart()
  expect(await say((redis) => redis.get('seat'))).toBeNull()
})
