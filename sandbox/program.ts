import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { TETHER } from './tether.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
/** Where Node keeps what it made of the program's files, so that the next start is faster. */
const COMPILE_CACHE = join(root, 'node_modules', '.cache', 'node')
const READY_MS = 60_000
const LOOK_EVERY_MS = 25

type ProgramWish = Readonly<{
  env: Readonly<Record<string, string>>
  /** Modules that Node loads before the program. */
  before?: readonly string[]
  /** Called with each line of the program's log. */
  heard?(line: string): void
}>

/** A running program: the real one, as a process of its own, known only by its environment and its ports. */
export type Program = Readonly<{
  pid: number
  port: number
  /** Everything it wrote, newest last. */
  lines(): readonly string[]
  /** Asks it to stop and waits; answers with its exit code. */
  stop(): Promise<number | null>
  /** Kills it, as a power cut would. */
  kill(): Promise<void>
  /** Resolves with the exit code when it ends. */
  ended: Promise<number | null>
}>

const portOf = (env: Readonly<Record<string, string>>): number => {
  const port = Number(env.HTTP_PORT)
  if (!Number.isInteger(port) || port === 0) throw new Error('HTTP_PORT must be known beforehand')
  return port
}

const collect = (child: ChildProcess, heard: ((line: string) => void) | undefined): string[] => {
  const lines: string[] = []
  for (const stream of [child.stdout, child.stderr]) {
    let rest = ''
    stream?.setEncoding('utf8').on('data', (text: string) => {
      const parts = (rest + text).split('\n')
      rest = parts.pop() ?? ''
      for (const line of parts) {
        lines.push(line)
        heard?.(line)
      }
    })
  }
  return lines
}

/** Starts the program and waits until it is ready. @throws with its last lines when it ends instead */
export const startProgram = async ({ env, before = [], heard }: ProgramWish): Promise<Program> => {
  const port = portOf(env)
  const { PATH = '', HOME = '', TZ = 'UTC' } = process.env
  const node = [process.execPath, ...before.flatMap((module) => ['--import', module]), 'src/main.ts']
  const child = spawn('/bin/sh', ['-c', TETHER, 'sh', ...node], {
    cwd: root,
    env: {
      PATH,
      HOME,
      TZ,
      LOG_FORMAT: 'json',
      HTTP_HOST: '127.0.0.1',
      NODE_COMPILE_CACHE: COMPILE_CACHE,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  })
  const lines = collect(child, heard)
  const ended = new Promise<number | null>((resolve) => {
    child.once('exit', (code) => {
      for (const stream of child.stdio) stream?.destroy()
      resolve(code)
    })
  })
  const state = { over: false }
  void ended.then(() => {
    state.over = true
  })
  const signal = async (name: NodeJS.Signals) => {
    if (!state.over) child.kill(name)
    return ended
  }
  await untilReady(port, () => state.over, lines)
  return {
    pid: child.pid ?? 0,
    port,
    lines: () => lines,
    ended,
    stop: () => signal('SIGTERM'),
    kill: async () => void (await signal('SIGKILL')),
  }
}

const untilReady = async (port: number, over: () => boolean, lines: readonly string[]): Promise<void> => {
  const deadline = Date.now() + READY_MS
  while (Date.now() < deadline) {
    if (over()) throw new Error(`the program ended at once:\n${lines.slice(-10).join('\n')}`)
    const ready = await fetch(`http://127.0.0.1:${port}/readyz`).then(
      (answer) => answer.ok,
      () => false,
    )
    if (ready) return
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))
  }
  throw new Error(`the program was not ready in time:\n${lines.slice(-10).join('\n')}`)
}
