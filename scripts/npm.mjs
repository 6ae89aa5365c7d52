import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { endLike, run } from './child.mjs'
import { Missing } from './missing.mjs'

/**
 * Runs npm under the Node that will run the packages, because npm chooses by the Node it runs on.
 * @param {string} folder
 * @param {import('./node.mjs').Runtime} runtime
 * @param {readonly string[]} args
 */
export const npm = async (folder, { node, env }, args) => {
  const quiet = ['--prefix', folder, '--loglevel=error', '--no-audit', '--no-fund', '--no-update-notifier']
  const ending = await run(node, [findNpm(), ...args, ...quiet], { cwd: folder, env, quiet: true })
  if (ending.signal) endLike(ending)
  if (ending.code !== 0) {
    throw new Missing(
      `The packages could not be installed (${reason(ending.output)}). Mend that, then run it again.`,
    )
  }
}

/** npm's own words: the code, and the sentence that follows it. @param {string} output */
export const reason = (output) => {
  const lines = output.split('\n').filter((line) => /^npm (error|ERR!) \S/.test(line))
  const said = lines.slice(0, 2).map((line) => line.replace(/^npm (error|ERR!) /, '').trim())
  return said.join(': ') || 'npm said nothing'
}

/** The npm that started us, else the one beside this Node, else the one on PATH. */
const findNpm = () => {
  const candidates = [
    () => process.env.npm_execpath,
    () => join(dirname(process.execPath), '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    () =>
      join(
        execFileSync('npm', ['root', '--global'], { encoding: 'utf8' }).trim(),
        'npm',
        'bin',
        'npm-cli.js',
      ),
  ]
  for (const candidate of candidates) {
    try {
      const file = candidate()
      // Another package manager may have started us, and would not understand what we ask.
      if (file?.endsWith('npm-cli.js') && existsSync(file)) return file
    } catch {}
  }
  throw new Missing('npm was not found: install it, or run `npm` from the Node that you use.')
}
