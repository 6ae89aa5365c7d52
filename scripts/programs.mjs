import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { createInterface } from 'node:readline/promises'
import { endLike, run } from './child.mjs'
import { findChromium, findPostgres, findProgram, findRedis } from './find.mjs'
import { Missing } from './missing.mjs'
import { step } from './progress.mjs'

/** @typedef {{ name: string, find: () => string | undefined, debian: string, brew: string }} Program */

/** @type {Program} */
export const REDIS = { name: 'Redis', find: () => findRedis(), debian: 'redis-server', brew: 'redis' }
/** @type {Program} */
export const POSTGRES = {
  name: 'PostgreSQL',
  find: () => findPostgres(),
  debian: 'postgresql',
  brew: 'postgresql@17',
}
/** @type {Program} */
export const CHROMIUM = {
  name: 'Chromium',
  find: () => findChromium(),
  debian: 'chromium',
  brew: '--cask chromium',
}

/**
 * What to do about a program that isn't there.
 * @param {{ apt: boolean, root: boolean, terminal: boolean, platform: string }} machine
 * @param {Program} program
 * @returns {'install' | 'ask' | { tell: string }}
 */
export const plan = ({ apt, root, terminal, platform }, { name, debian, brew }) => {
  if (apt && root) return terminal ? 'ask' : 'install'
  const command = apt
    ? `sudo apt-get install ${debian}`
    : platform === 'darwin'
      ? `brew install ${brew}`
      : undefined
  return { tell: `${name} is not installed: ${command ?? `install ${debian} and put it on PATH`}.` }
}

const machine = () => ({
  apt: findProgram(['apt-get']) !== undefined,
  root: process.getuid?.() === 0,
  terminal: Boolean(process.stdin.isTTY && process.stderr.isTTY) && !/^(1|true)$/i.test(process.env.CI ?? ''),
  platform: process.platform,
})

/**
 * Makes sure that a program of the system is there, and installs it when that is possible and wanted.
 * @param {Program} program
 */
export const ensureProgram = async (program) => {
  if (program.find()) return
  const next = plan(machine(), program)
  if (typeof next === 'object') throw new Missing(next.tell)
  if (next === 'ask' && !(await agreed(program))) {
    throw new Missing(`${program.name} is needed: apt-get install ${program.debian}.`)
  }
  await step(`Installing ${program.name}`, () => withoutStarting(program, () => aptGet(program)))
  if (!program.find()) throw new Missing(`${program.name} was installed, but its programs were not found.`)
}

/** @param {Program} program */
const agreed = async ({ name, debian }) => {
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  const answer = await terminal.question(
    `${name} is not installed. Install it now (apt-get install ${debian})? [Y/n] `,
  )
  terminal.close()
  return /^(y|yes|)$/i.test(answer.trim())
}

/** @param {Program} program */
const aptGet = async ({ name, debian }) => {
  const install = ['install', '--yes', '--no-install-recommends', debian]
  for (const args of [['update'], install]) {
    const ending = await run('apt-get', ['-qq', '-o', 'DPkg::Lock::Timeout=300', ...args], {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      quiet: true,
    })
    if (ending.signal) endLike(ending)
    if (ending.code !== 0) {
      const said = ending.output.split('\n').find((line) => line.startsWith('E: ')) ?? 'apt-get failed'
      throw new Missing(`${name} could not be installed (${said}). Mend that, then run it again.`)
    }
  }
}

const POLICY = '/usr/sbin/policy-rc.d'

/**
 * We start our own copies, with our own settings; a daemon that the package starts, now or at the next boot, would
 * be a surprise on somebody's machine. Debian's packages ask POLICY before they start one, and 101 means no.
 * @param {Program} program
 * @param {() => Promise<void>} install
 */
const withoutStarting = async ({ debian }, install) => {
  const ours = !existsSync(POLICY)
  if (ours) writeFileSync(POLICY, '#!/bin/sh\nexit 101\n', { mode: 0o755 })
  try {
    await install()
  } finally {
    if (ours) rmSync(POLICY, { force: true })
  }
  if (existsSync('/run/systemd/system')) {
    await run('systemctl', ['disable', '--now', '--quiet', debian], { quiet: true })
  }
}
