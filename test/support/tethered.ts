import { type SpawnOptions, spawn } from 'node:child_process'
import { TETHER } from '../../sandbox/tether.ts'

/** A program that runs beside the tests and cannot outlive them. */
export type Tethered = {
  readonly pid: number
  /** What it last wrote to its error output. */
  said(): string
  /** Resolves when it has ended. */
  readonly ended: Promise<void>
  /** Sends the signal and waits for the end. */
  end(signal: NodeJS.Signals): Promise<void>
}

const LAST_WORDS = 2_000

/** Starts `program`, which is killed when this process ends, even when that is by SIGKILL. */
export const startTethered = (
  program: string,
  args: readonly string[],
  options: Pick<SpawnOptions, 'uid' | 'gid' | 'cwd' | 'env'> = {},
): Tethered => {
  const child = spawn('/bin/sh', ['-c', TETHER, 'sh', program, ...args], {
    ...options,
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  })
  let words = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    words = (words + text).slice(-LAST_WORDS)
  })
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => {
      for (const stream of child.stdio) stream?.destroy()
      resolve()
    })
  })
  if (child.pid === undefined) throw new Error(`${program} could not be started`)
  const { pid } = child
  return {
    pid,
    ended,
    said: () => words.trim(),
    end: async (signal) => {
      if (child.exitCode === null && child.signalCode === null) process.kill(pid, signal)
      await ended
    },
  }
}

/** Waits until something listens on the Unix socket. @throws with the program's last words when it ends or stays silent. */
export const untilListening = async (program: Tethered, connects: () => Promise<boolean>): Promise<void> => {
  let ended = false
  void program.ended.then(() => {
    ended = true
  })
  for (let attempt = 0; attempt < 1_000; attempt += 1) {
    if (ended) throw new Error(`ended at once: ${program.said()}`)
    if (await connects()) return
    await new Promise((resolve) => setTimeout(resolve, 15))
  }
  await program.end('SIGKILL')
  throw new Error(`did not answer within 15 seconds: ${program.said()}`)
}
