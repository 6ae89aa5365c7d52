import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Redis } from 'ioredis'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createClock } from '../../src/platform/clock.ts'
import type { Log } from '../../src/platform/logger.ts'
import { type RedisServer, socketPath, startRedisServer } from '../../src/platform/redis-server.ts'

const CONFIG = fileURLToPath(new URL('../../redis/redis.conf', import.meta.url))
const log: Log = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  child: () => log,
}

let folder: string
let server: RedisServer | undefined
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'usherr-redis-'))
})
afterEach(async () => {
  await server?.stop()
  server = undefined
  rmSync(folder, { recursive: true, force: true })
})

const start = async (dir = folder): Promise<RedisServer> => {
  server = await startRedisServer(dir, CONFIG, createClock(10), log)
  return server
}

const say = async <T>(socket: string, talk: (redis: Redis) => Promise<T>): Promise<T> => {
  const redis = new Redis({ path: socket, maxRetriesPerRequest: 0, retryStrategy: () => null })
  redis.on('error', () => undefined)
  try {
    return await talk(redis)
  } finally {
    redis.disconnect()
  }
}

const pidOf = async (socket: string): Promise<number> =>
  Number(/process_id:(\d+)/.exec(await say(socket, (redis) => redis.info('server')))?.[1])

/** Processes (of anybody) whose command line names the folder. */
const named = (dir: string): string[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
      } catch {
        return []
      }
    })
    .filter((line) => line.includes(dir))

describe('the private Redis', () => {
  it('listens on a socket that is ours alone, evicts nothing, and has no port', async () => {
    const { socket } = await start()
    expect(socket).toBe(join(folder, 'redis', 'redis.sock'))
    expect(statSync(dirname(socket)).mode & 0o777).toBe(0o700)
    expect(statSync(socket).mode & 0o077).toBe(0)
    const setting = (name: string) => say(socket, async (redis) => (await redis.config('GET', name))[1])
    expect(await setting('port')).toBe('0')
    expect(await setting('maxmemory-policy')).toBe('noeviction')
    expect(await setting('dir')).toBe(join(folder, 'redis'))
  })

  it.runIf(process.platform === 'linux')('leaves no process and no socket when it is stopped', async () => {
    const { socket, stop } = await start()
    expect(named(folder).length).toBeGreaterThan(0)
    await stop()
    await vi.waitFor(() => expect(named(folder)).toEqual([]))
    expect(existsSync(socket)).toBe(false)
    await stop()
  })

  it('keeps what it was given over a stop', async () => {
    const { socket, stop } = await start()
    await say(socket, (redis) => redis.set('film', 'Up'))
    await stop()
    const again = await start()
    expect(await say(again.socket, (redis) => redis.get('film'))).toBe('Up')
  })

  it('comes back when it dies', async () => {
    const { socket } = await start()
    const before = await pidOf(socket)
    process.kill(before, 'SIGKILL')
    await vi.waitFor(async () => expect(await pidOf(socket)).not.toBe(before), { timeout: 5_000 })
  })

  it('can be stopped in the moment after its death', async () => {
    const { socket, stop } = await start()
    const pid = await pidOf(socket)
    process.kill(pid, 'SIGKILL')
    await vi.waitFor(() => expect(() => process.kill(pid, 0)).toThrow())
    await stop()
    await expect(say(socket, (redis) => redis.ping())).rejects.toThrow()
  })

  it('takes the place of one that was left behind', async () => {
    const first = await start()
    const before = await pidOf(first.socket)
    server = await startRedisServer(folder, CONFIG, createClock(), log)
    expect(await pidOf(server.socket)).not.toBe(before)
    expect(() => process.kill(before, 0)).toThrow()
    await first.stop()
  })

  it('has a short socket elsewhere when the folder’s path is too long for one, and takes it away again', async () => {
    const long = join(folder, 'x'.repeat(100))
    mkdirSync(long)
    const { socket, stop } = await start(long)
    expect(Buffer.byteLength(socket)).toBeLessThanOrEqual(103)
    expect(socketPath(long)).toBe(socket)
    expect(socketPath(join(folder, 'y'.repeat(100)))).not.toBe(socket)
    expect(await say(socket, (redis) => redis.ping())).toBe('PONG')
    await stop()
    expect(existsSync(dirname(socket))).toBe(false)
  })

  it('goes when whoever started it is killed', async () => {
    const url = (name: string) => new URL(`../../src/platform/${name}.ts`, import.meta.url).href
    const child = spawn(
      process.execPath,
      [
        '--input-type=module',
        '-e',
        `import { startRedisServer } from ${JSON.stringify(url('redis-server'))}
         import { createClock } from ${JSON.stringify(url('clock'))}
         const log = { debug() {}, warn() {} }
         await startRedisServer(${JSON.stringify(folder)}, ${JSON.stringify(CONFIG)}, createClock(), log)
         console.log('ready'); setInterval(() => undefined, 60_000)`,
      ],
      { stdio: ['ignore', 'pipe', 'ignore'] },
    )
    await new Promise((resolve) => child.stdout.once('data', resolve))
    const socket = socketPath(folder)
    expect(await say(socket, (redis) => redis.ping())).toBe('PONG')
    child.kill('SIGKILL')
    await vi.waitFor(() => expect(say(socket, (redis) => redis.ping())).rejects.toThrow(), { timeout: 5_000 })
  })

  it('that can’t start says why in one sentence', async () => {
    await expect(startRedisServer(folder, join(folder, 'none.conf'), createClock(), log)).rejects.toThrow(
      /^The private Redis ended at once with code 1\.$/,
    )
    vi.stubEnv('PATH', folder)
    await expect(startRedisServer(folder, CONFIG, createClock(), log)).rejects.toThrow(
      /^redis-server is not installed\. Install it/,
    )
  })
})
