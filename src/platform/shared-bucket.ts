import type { Redis } from 'ioredis'

/**
 * Counts uses within each second of Redis' own clock, so that processes on several machines agree. Answers with 0,
 * or with the milliseconds until the next second when this one is used up.
 */
const TAKE = `
local time = redis.call('TIME')
local key = KEYS[1] .. ':' .. time[1]
local used = redis.call('INCR', key)
if used == 1 then redis.call('EXPIRE', key, 2) end
if used <= tonumber(ARGV[1]) then return 0 end
return 1000 - math.floor(time[2] / 1000)
`

/** Waits for a turn in a bucket that all processes share. */
export type Pace = () => Promise<void>

/**
 * A limit of so many uses a second over all processes. Without Redis everybody goes ahead: each process keeps a
 * limit of its own as well, and waiting for Redis would hold up what Redis is only meant to pace.
 * @param sleep waits real milliseconds, for the limit is the other side's
 */
export const createSharedBucket =
  (redis: Redis, key: string, perSecond: number, sleep: (ms: number) => Promise<void>): Pace =>
  async () => {
    for (;;) {
      const wait = await redis.eval(TAKE, 1, key, perSecond).catch(() => 0)
      if (typeof wait !== 'number' || wait <= 0) return
      await sleep(wait)
    }
  }
