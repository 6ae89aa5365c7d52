import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run } from './child.mjs'
import { closingLine, settle } from './closing-line.mjs'
import { COUNTS } from './count-reporter.mjs'

/**
 * Runs the tests and closes with one line that counts them.
 * @param {string} root
 * @param {import('./node.mjs').Runtime} runtime
 * @param {readonly string[]} args handed on to Vitest: paths, filters, options
 * @returns {Promise<import('./child.mjs').Ending>}
 */
export const runTests = async (root, { node, env }, args) => {
  const folder = mkdtempSync(join(tmpdir(), 'usherr-counts-'))
  const file = join(folder, 'counts.json')
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
  const reporters = ['default', join(root, 'scripts', 'count-reporter.mjs')].map(
    (name) => `--reporter=${name}`,
  )
  try {
    const ending = await run(node, [vitest, 'run', ...reporters, ...args], {
      cwd: root,
      env: { ...env, [COUNTS]: file },
    })
    const counts = settle(read(file), ending.code === 0)
    process.stdout.write(`${closingLine(counts)}\n`)
    return counts.failed > 0 && ending.code === 0 ? { code: 1, signal: null } : ending
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** @param {string} file */
const read = (file) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}
