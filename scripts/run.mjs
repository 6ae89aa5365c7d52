import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { endLike, run } from './child.mjs'
import { findChromium } from './find.mjs'
import { Missing } from './missing.mjs'
import { ensureNode } from './node.mjs'
import { ensurePackages } from './packages.mjs'
import { CHROMIUM, ensureProgram, POSTGRES, REDIS } from './programs.mjs'
import { runTests } from './tests.mjs'

// Everything in this folder runs on whatever Node there is, before any package is installed. package.json says `exec`
// because a shell between npm and us would die of a signal without handing it on.

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const dotenv = join(root, '.env')

/** Whether a variable is set, in the environment or in .env. @param {string} name */
const isSet = (name) => {
  if (process.env[name]) return true
  return existsSync(dotenv) && new RegExp(`^\\s*${name}\\s*=\\s*\\S`, 'm').test(readFileSync(dotenv, 'utf8'))
}

/** @typedef {import('./node.mjs').Runtime} Runtime */
/** @typedef {{ production?: boolean, programs: () => import('./programs.mjs').Program[], run: (runtime: Runtime, args: string[]) => Promise<import('./child.mjs').Ending> }} Command */

/** Where Node keeps what it made of the program's files, so that the next start is faster. */
const compileCache = join(root, 'node_modules', '.cache', 'node')

/** @param {...string} before */
const program =
  (...before) =>
  /** @param {Runtime} runtime @param {string[]} args */
  ({ node, env }, args) =>
    run(node, [...before, ...args], { cwd: root, env: { NODE_COMPILE_CACHE: compileCache, ...env } })

/** @type {Record<string, Command>} */
const commands = {
  start: {
    production: true,
    // Without a token the program ends at once with a better sentence than ours.
    programs: () => (isSet('DISCORD_TOKEN') && !isSet('REDIS_URL') ? [REDIS] : []),
    run: program(...(existsSync(dotenv) ? [`--env-file=${dotenv}`] : []), 'src/main.ts'),
  },
  sandbox: { programs: () => [REDIS], run: program('sandbox/run.ts') },
  pictures: {
    programs: () => [REDIS, CHROMIUM],
    run: (runtime) => program('sandbox/pictures/run.ts')(runtime, [findChromium() ?? 'chromium']),
  },
  test: {
    programs: () => [REDIS, POSTGRES, CHROMIUM],
    run: (runtime, args) => runTests(root, runtime, args),
  },
  check: { programs: () => [], run: (runtime, args) => runTests(root, runtime, ['test/house', ...args]) },
  bench: { programs: () => [], run: program('bench/run.ts') },
}

const [, , name = '', ...args] = process.argv
const command = commands[name]
try {
  if (!command) throw new Error(`Say one of ${Object.keys(commands).join(', ')}, not "${name}".`)
  const runtime = await ensureNode(root)
  await ensurePackages(root, runtime, command)
  for (const wanted of command.programs()) await ensureProgram(wanted)
  endLike(await command.run(runtime, args))
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
  process.exitCode = error instanceof Missing ? error.exitCode : 1
}
