import type { Redis } from 'ioredis'

const CHANNEL = 'usherr:poke'

/** Tells the workers of other processes that something was committed. Losing one costs a second: they also look by themselves. */
export const pokeOthers = (redis: Redis) => (): void => {
  redis.publish(CHANNEL, '').catch(() => undefined)
}

/** Hears such pokes until the returned stop is called. */
export const onPoke = (redis: Redis, poke: () => void): (() => void) => {
  redis.on('message', poke)
  redis.subscribe(CHANNEL).catch(() => undefined)
  return () => redis.disconnect()
}
