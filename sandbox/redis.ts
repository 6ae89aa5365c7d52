import { type ChildProcess, spawn } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import { TETHER } from './tether.ts'

/** A Redis of the sandbox's own, on a Unix socket, which can be taken away and given back empty. */
export type SandboxRedis = {
  /** For REDIS_URL; the same after it was away. */
  readonly url: string
  isThere(): boolean
  /** Ends it at once, as a crash does. */
  down(): Promise<void>
  up(): Promise<void>
}

const LOOK_EVERY_MS = 15
const LOOKS = 700

const FIND = 'program=$(command -v redis-server || command -v valkey-server) || exit 127'

const listens = (socket: string): Promise<boolean> =>
  new Promise((resolve) => {
    const visitor = connect(socket)
    visitor.once('connect', () => {
      visitor.destroy()
      resolve(true)
    })
    visitor.once('error', () => resolve(false))
  })

const launch = async (folder: string, socket: string): Promise<ChildProcess> => {
  await rm(socket, { force: true })
  const settings = [
    '--port',
    '0',
    '--unixsocket',
    socket,
    '--dir',
    folder,
    '--save',
    '',
    '--appendonly',
    'no',
  ]
  const script = `${FIND}; set -- "$program" "$@"; ${TETHER}`
  const child = spawn('/bin/sh', ['-c', script, 'sh', ...settings, '--maxmemory-policy', 'noeviction'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  child.once('exit', () => {
    for (const stream of child.stdio) stream?.destroy()
  })
  for (let look = 0; look < LOOKS && child.exitCode === null; look += 1) {
    if (await listens(socket)) return child
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))
  }
  child.kill('SIGKILL')
  throw new Error('redis-server does not start: is it installed?')
}

const end = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await ended
}

/** Starts an empty Redis that keeps its files in a folder and cannot outlive this process. */
export const startRedis = async (folder: string): Promise<SandboxRedis> => {
  const socket = join(folder, 'redis.sock')
  let server: ChildProcess | undefined = await launch(folder, socket)
  return {
    url: `unix:${socket}`,
    isThere: () => server !== undefined,
    down: async () => {
      const leaving = server
      server = undefined
      if (leaving) await end(leaving)
    },
    up: async () => {
      server ??= await launch(folder, socket)
    },
  }
}
