import { execFileSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Missing } from './missing.mjs'
import { installPackages, isInstalled } from './packages.mjs'
import { step } from './progress.mjs'

/** @typedef {{ node: string, env: NodeJS.ProcessEnv }} Runtime A Node that is recent enough, and an environment in which it is found first. */

/**
 * @param {string} version such as v24.1.0
 * @param {string} range such as >=24
 */
export const isRecent = (version, range) => major(version) >= major(range)

/** @param {string} text */
const major = (text) => Number(/\d+/.exec(text)?.[0])

/**
 * The Node that runs this, when it is recent enough; else the one in toolchain/, fetched once.
 * @param {string} root
 * @returns {Promise<Runtime>}
 */
export const ensureNode = async (root) => {
  const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  if (isRecent(process.version, engines.node)) return runtime(process.execPath)

  const toolchain = join(root, 'toolchain')
  const { optionalDependencies } = JSON.parse(readFileSync(join(toolchain, 'package.json'), 'utf8'))
  const name = `node-${process.platform}-${process.arch}`
  const wanted = `Usherr needs Node ${major(engines.node)} or newer, and this is ${process.version}`
  if (!(name in optionalDependencies)) {
    throw new Missing(
      `${wanted}: install it (${process.platform === 'darwin' ? 'brew install node' : 'nodejs.org'}).`,
    )
  }
  const node = join(toolchain, 'node_modules', name, 'bin', 'node')
  if (!isInstalled(toolchain)) {
    await step(`Fetching Node ${optionalDependencies[name]}, because this is ${process.version}`, () =>
      installPackages(toolchain, runtime(process.execPath)),
    )
    if (!runs(node)) {
      rmSync(join(toolchain, 'node_modules'), { recursive: true, force: true })
      throw new Missing(`${wanted}; the one that npm has does not run here: install it (nodejs.org).`)
    }
  }
  return runtime(node)
}

/**
 * @param {string} node
 * @returns {Runtime}
 */
const runtime = (node) => ({
  node,
  env: { ...process.env, PATH: `${dirname(node)}:${process.env.PATH ?? ''}` },
})

/** @param {string} node */
const runs = (node) => {
  try {
    execFileSync(node, ['--version'])
    return true
  } catch {
    return false
  }
}
