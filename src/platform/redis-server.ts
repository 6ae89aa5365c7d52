import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, mkdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import type { Clock } from './clock.ts'
import { CannotStart } from './data-dir.ts'
import type { Log } from './logger.ts'

/** The kernel's limit for a Unix socket's path is 108 bytes with the closing zero (Linux; 104 on macOS). */
const LONGEST_SOCKET = 103
const START_MS = 10_000

/** A Redis of our own: listens on a Unix socket that only this user may open, is started again when it dies. */
export type RedisServer = { readonly socket: string; stop(): Promise<void> }

/** The socket's path: under the data folder, or a short one elsewhere when the kernel's limit would be passed. */
export const socketPath = (dataDir: string): string => {
  const path = join(dataDir, 'redis', 'redis.sock')
  if (Buffer.byteLength(path) <= LONGEST_SOCKET) return path
  const name = createHash('sha256').update(dataDir).digest('hex').slice(0, 16)
  return join(tmpdir(), `usherr-${name}`, 'redis.sock')
}

/** @throws CannotStart when redis-server isn't installed or does not answer within ten seconds. */
export const startRedisServer = async (
  dataDir: string,
  configFile: string,
  clock: Clock,
  log: Log,
): Promise<RedisServer> => {
  const dir = join(dataDir, 'redis')
  const socket = socketPath(dataDir)
  for (const folder of [dir, join(socket, '..')]) {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    chmodSync(folder, 0o700)
  }
  let stopping = false
  let child = launch(configFile, dir, socket)

  const watch = (running: ChildProcess) => {
    running.once('exit', (code, signal) => {
      if (stopping) return
      log.warn({ code, signal }, 'the private Redis ended; starting it again')
      void clock.sleep(500).then(() => {
        if (stopping) return
        child = launch(configFile, dir, socket)
        watch(child)
      })
    })
  }

  try {
    await answering(child, socket)
  } catch (error) {
    stopping = true
    child.kill('SIGKILL')
    throw error
  }
  watch(child)
  log.debug({ pid: child.pid, socket }, 'private Redis started')
  return {
    socket,
    stop: async () => {
      stopping = true
      const ended = child.exitCode !== null || new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await ended
    },
  }
}

const launch = (configFile: string, dir: string, socket: string): ChildProcess => {
  rmSync(socket, { force: true })
  const settings = [
    '--port',
    '0',
    '--unixsocket',
    socket,
    '--unixsocketperm',
    '700',
    '--dir',
    dir,
    '--daemonize',
    'no',
  ]
  const child = spawn('redis-server', [configFile, ...settings], { stdio: 'ignore' })
  // Without a listener a missing program would end ours; `answering` reports it.
  child.on('error', () => undefined)
  return child
}

const answering = async (child: ChildProcess, socket: string): Promise<void> => {
  const redis = new Redis({
    path: socket,
    lazyConnect: true,
    maxRetriesPerRequest: null,
    retryStrategy: () => 20,
  })
  redis.on('error', () => undefined)
  try {
    await Promise.race([
      redis.connect().then(() => redis.ping()),
      failed(child),
      new Promise((_, reject) => {
        setTimeout(
          () => reject(new CannotStart('The private Redis did not answer within 10 seconds.', 69)),
          START_MS,
        ).unref()
      }),
    ])
  } finally {
    redis.disconnect()
  }
}

const failed = (child: ChildProcess): Promise<never> =>
  new Promise((_, reject) => {
    child.once('error', (error) => {
      const missing = 'code' in error && error.code === 'ENOENT'
      reject(
        missing
          ? new CannotStart(
              'redis-server is not installed. Install it (Debian: apt-get install redis-server; macOS: brew install redis), or set REDIS_URL.',
              69,
            )
          : error,
      )
    })
    child.once('exit', (code) =>
      reject(new CannotStart(`The private Redis ended at once with code ${code}.`, 69)),
    )
  })
