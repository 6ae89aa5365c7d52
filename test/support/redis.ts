import { mkdtemp, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import { inject } from 'vitest'
import { findRedis } from '../../scripts/find.mjs'
import { startTethered, type Tethered, untilListening } from './tethered.ts'

/** A real redis-server that belongs to one test file, which may do anything to it. */
export type TestRedis = {
  /** As in REDIS_URL; the same after a restart. */
  readonly url: string
  /** Of the process that runs now, for signals such as SIGSTOP. */
  readonly pid: number
  /** Ends it at once, as a crash does. */
  kill(): Promise<void>
  /** Starts it again, empty. */
  restart(): Promise<void>
  /** Ends it and removes what it left. */
  stop(): Promise<void>
}

/**
 * Starts an empty Redis without persistence. A server a file costs some 40 ms, and no flush, pause or queue name
 * of one test can meet another's.
 */
export const startRedis = async (): Promise<TestRedis> => {
  const folder = await mkdtemp(join(inject('folder'), 'redis-'))
  const socket = join(folder, 'redis.sock')
  let server = await launch(folder, socket)
  return {
    url: `unix:${socket}`,
    get pid() {
      return server.pid
    },
    kill: () => server.end('SIGKILL'),
    restart: async () => {
      await server.end('SIGKILL')
      server = await launch(folder, socket)
    },
    stop: async () => {
      await server.end('SIGKILL')
      await rm(folder, { recursive: true, force: true })
    },
  }
}

const launch = async (folder: string, socket: string): Promise<Tethered> => {
  const program = findRedis()
  if (!program) {
    throw new Error(
      'Redis is not installed. Run npm test, which installs it where it can, or install the package redis-server.',
    )
  }
  await rm(socket, { force: true })
  const settings = {
    port: '0',
    unixsocket: socket,
    unixsocketperm: '700',
    dir: folder,
    save: '',
    appendonly: 'no',
    'maxmemory-policy': 'noeviction',
  }
  const server = startTethered(
    program,
    Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]),
  )
  await untilListening(server, () => listens(socket))
  return server
}

const listens = (socket: string): Promise<boolean> =>
  new Promise((resolve) => {
    const visitor = connect(socket)
    visitor.once('connect', () => {
      visitor.destroy()
      resolve(true)
    })
    visitor.once('error', () => resolve(false))
  })
