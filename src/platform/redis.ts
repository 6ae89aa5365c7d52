import { Redis } from 'ioredis'
import type { Log } from './logger.ts'

/** Where a Redis listens, as BullMQ and ioredis take it. */
export type RedisAddress =
  | { path: string }
  | { host: string; port: number; username?: string; password?: string; db?: number; tls?: object }

/** Understands `redis://…`, `rediss://…` and `unix:PATH`. */
export const redisAddress = (address: string): RedisAddress => {
  if (address.startsWith('unix:')) return { path: address.slice('unix:'.length) }
  const { hostname, port, username, password, pathname, protocol } = new URL(address)
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port ? Number(port) : 6379,
    ...(username ? { username: decodeURIComponent(username) } : {}),
    ...(password ? { password: decodeURIComponent(password) } : {}),
    ...(pathname.length > 1 ? { db: Number(pathname.slice(1)) } : {}),
    ...(protocol === 'rediss:' ? { tls: {} } : {}),
  }
}

const reconnect = (attempt: number): number => Math.min(100 * 2 ** Math.min(attempt, 6), 5_000)

const quietly = (redis: Redis, log: Log): Redis => {
  let down = false
  redis.on('error', (err: Error) => {
    if (!down) log.warn({ err: { message: err.message } }, 'Redis is away; work waits in the database')
    down = true
  })
  redis.on('ready', () => {
    if (down) log.info({}, 'Redis is back')
    down = false
  })
  return redis
}

/** A connection for adding work: a command fails at once when Redis is away, because the database keeps the work. */
export const producerRedis = (address: RedisAddress, log: Log): Redis =>
  quietly(
    new Redis({ ...address, enableOfflineQueue: false, maxRetriesPerRequest: 1, retryStrategy: reconnect }),
    log,
  )

/** A connection for doing work: waits for Redis for ever, as BullMQ's workers require. */
export const workerRedis = (address: RedisAddress, log: Log): Redis =>
  quietly(new Redis({ ...address, maxRetriesPerRequest: null, retryStrategy: reconnect }), log)
