import { fileURLToPath } from 'node:url'
import type { Clock } from '../platform/clock.ts'
import type { Config } from '../platform/config.ts'
import type { Log } from '../platform/logger.ts'
import { type RedisAddress, redisAddress } from '../platform/redis.ts'
import { startRedisServer } from '../platform/redis-server.ts'

const configFile = fileURLToPath(new URL('../../redis/redis.conf', import.meta.url))

/** Where Redis is: the configured one, or a private one that is started here and stops with the program. */
export const openRedis = async (
  config: Config,
  dataDir: string,
  clock: Clock,
  log: Log,
): Promise<{ address: RedisAddress; stop(): Promise<void> }> => {
  if (config.redisUrl !== undefined)
    return { address: redisAddress(config.redisUrl), stop: async () => undefined }
  const server = await startRedisServer(dataDir, configFile, clock, log)
  return { address: { path: server.socket }, stop: server.stop }
}
