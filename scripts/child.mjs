import { spawn } from 'node:child_process'
import { isatty } from 'node:tty'

/** @typedef {{ code: number | null, signal: NodeJS.Signals | null }} Ending How a program ended: one of the two is set. */

const onTerminal = [0, 1, 2].some((descriptor) => isatty(descriptor))

const PASSED_ON = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])

/**
 * Runs a program to its end and hands it the signals that we get. Its output is ours, or with `quiet` collected.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, quiet?: boolean }} [options]
 * @returns {Promise<Ending & { output: string }>}
 */
export const run = (program, args, { cwd, env = process.env, quiet = false } = {}) =>
  new Promise((resolve, reject) => {
    /** @type {import('node:child_process').StdioOptions} */
    const stdio = quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit'
    const child = spawn(program, [...args], { cwd, env, stdio })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text) => {
        output += text
      })
    }
    /** @param {NodeJS.Signals} signal */
    const pass = (signal) => {
      // A terminal sends Ctrl-C to the whole group, so the child has had it.
      if (signal !== 'SIGINT' || !onTerminal) child.kill(signal)
    }
    for (const signal of PASSED_ON) process.on(signal, pass)
    const settle = () => {
      for (const signal of PASSED_ON) process.off(signal, pass)
    }
    child.once('error', (error) => {
      settle()
      reject(error)
    })
    child.once('close', (code, signal) => {
      settle()
      resolve({ code, signal, output })
    })
  })

/**
 * Ends this process as the child ended, so that whoever started us sees the same.
 * @param {Ending} ending
 */
export const endLike = ({ code, signal }) => {
  if (signal) process.kill(process.pid, signal)
  else process.exitCode = code ?? 1
}
