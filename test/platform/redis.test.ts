import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Log } from '../../src/platform/logger.ts'
import { producerRedis, redisAddress, workerRedis } from '../../src/platform/redis.ts'
import { startRedis, type TestRedis } from '../support/redis.ts'

describe('the address of a Redis', () => {
  it.each([
    ['unix:/run/usherr/redis.sock', { path: '/run/usherr/redis.sock' }],
    ['redis://cache', { host: 'cache', port: 6379 }],
    ['redis://cache:6380/2', { host: 'cache', port: 6380, db: 2 }],
    ['redis://cache/', { host: 'cache', port: 6379 }],
    ['redis://:a%40b%25@cache', { host: 'cache', port: 6379, password: 'a@b%' }],
    ['redis://us%3Aer:pw@cache', { host: 'cache', port: 6379, username: 'us:er', password: 'pw' }],
    ['rediss://cache:6380', { host: 'cache', port: 6380, tls: {} }],
    ['redis://[::1]:6380', { host: '::1', port: 6380 }],
  ])('%s', (address, parts) => {
    expect(redisAddress(address)).toStrictEqual(parts)
  })
})

describe('a connection', () => {
  let server: TestRedis
  const told: string[] = []
  const log: Log = {
    debug: () => undefined,
    info: (_, text) => void told.push(text),
    warn: (_, text) => void told.push(text),
    error: () => undefined,
    child: () => log,
  }
  beforeAll(async () => {
    server = await startRedis()
  })
  afterAll(() => server.stop())

  it('for adding work fails at once while Redis is away, one for doing work waits; each tells it once', async () => {
    const producer = producerRedis(redisAddress(server.url), log)
    const worker = workerRedis(redisAddress(server.url), log)
    await Promise.all([producer, worker].map((redis) => new Promise((ready) => redis.once('ready', ready))))
    const away = Promise.all(
      [producer, worker].map((redis) => new Promise((closed) => redis.once('close', closed))),
    )
    await server.kill()
    await away
    const waits = worker.set('film', 'Up')
    await expect(producer.ping()).rejects.toThrow()
    // Long enough for several attempts to connect.
    await new Promise((resolve) => setTimeout(resolve, 700))
    expect(told).toEqual(Array(2).fill('Redis is away; work waits in the database'))
    const back = Promise.all(
      [producer, worker].map((redis) => new Promise((ready) => redis.once('ready', ready))),
    )
    await server.restart()
    expect(await waits).toBe('OK')
    await back
    expect(await producer.get('film')).toBe('Up')
    expect(told.slice(2)).toEqual(Array(2).fill('Redis is back'))
    producer.disconnect()
    worker.disconnect()
  })
})
