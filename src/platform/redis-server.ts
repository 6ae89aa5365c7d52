import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Writable } from 'node:stream'
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
  for (const folder of [dir, dirname(socket)]) {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    chmodSync(folder, 0o700)
  }
  await retire(socket)
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
      if (child.exitCode === null && child.signalCode === null) {
        const ended = new Promise((resolve) => child.once('exit', resolve))
        child.kill('SIGTERM')
        await ended
      }
      if (dirname(socket) !== dir) rmSync(dirname(socket), { recursive: true, force: true })
    },
  }
}

// The shell becomes redis-server (or its twin valkey-server); the watcher it leaves behind reads from our pipe, which
// the kernel closes however we end, and then asks Redis to stop: no Redis is left behind by a crash. A line says that
// Redis has ended by itself, for its number may be another process's by now.
const TETHER = [
  'program=$(command -v redis-server || command -v valkey-server) || exit 127',
  '(read -r _ <&3 || kill $$ 2>/dev/null) & exec "$program" "$@" 3<&-',
].join('\n')

const launch = (configFile: string, dir: string, socket: string): ChildProcess => {
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
  const child = spawn('/bin/sh', ['-c', TETHER, 'sh', configFile, ...settings], {
    // A group of its own: Ctrl-C in a terminal is for us, and we stop it when nothing needs it any more.
    detached: true,
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  child.on('error', () => undefined)
  const tether = child.stdio[3]
  child.once('exit', () => tether instanceof Writable && tether.end('ended\n'))
  return child
}

/**
 * Ends the Redis of an earlier run that was killed a moment ago and is still on its way out: two on one folder would
 * spoil it. The data folder's lock says that no other Usherr is using it.
 */
const retire = async (socket: string): Promise<void> => {
  if (!existsSync(socket)) return
  const redis = new Redis({
    path: socket,
    lazyConnect: true,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
  })
  redis.on('error', () => undefined)
  try {
    await redis.connect()
    const closed = new Promise((resolve) => redis.once('close', resolve))
    redis.shutdown('SAVE').catch(() => undefined)
    await closed
  } catch {
    // Nobody listens there: the file is all that is left.
  } finally {
    redis.disconnect()
  }
  rmSync(socket, { force: true })
}

const answering = async (child: ChildProcess, socket: string): Promise<void> => {
  const redis = new Redis({
    path: socket,
    maxRetriesPerRequest: null,
    retryStrategy: () => 20,
  })
  redis.on('error', () => undefined)
  try {
    await Promise.race([
      redis.ping(),
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

/** What the shell answers when it can't find a program. */
const NOT_FOUND = 127

const failed = (child: ChildProcess): Promise<never> =>
  new Promise((_, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => {
      reject(
        new CannotStart(
          code === NOT_FOUND
            ? 'redis-server is not installed. Install it (Debian: apt-get install redis-server; macOS: brew install redis), or set REDIS_URL.'
            : `The private Redis ended at once with code ${code}.`,
          69,
        ),
      )
    })
  })
