import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { npm } from './npm.mjs'
import { step } from './progress.mjs'

/**
 * The packages whose install scripts may run. None has to: better-sqlite3 and msgpackr ship their binaries, and
 * everything else is JavaScript. A script runs as whoever installs, so a new name here needs a reason beside it.
 * @type {readonly string[]}
 */
const MAY_RUN_SCRIPTS = []

/** @typedef {{ version?: string, dev?: boolean, optional?: boolean, os?: string[], cpu?: string[], libc?: string[] }} Locked */

/**
 * @param {string} file
 * @returns {Record<string, Locked>}
 */
const readLock = (file) => JSON.parse(readFileSync(file, 'utf8')).packages

/** An optional package is a binary for one kind of machine; which libc is npm's to find out. @param {Locked} locked */
const belongsHere = ({ optional, os, cpu, libc }) =>
  !optional || (os?.includes(process.platform) && cpu?.includes(process.arch) && !libc)

/**
 * Whether what the lock file names is in node_modules, by the list that npm writes there when it has finished.
 * @param {string} folder
 * @param {{ production?: boolean }} [options] without the packages that only development needs
 */
export const isInstalled = (folder, { production = false } = {}) => {
  const list = installedList(folder)
  if (!existsSync(list)) return false
  const installed = readLock(list)
  return Object.entries(readLock(join(folder, 'package-lock.json')))
    .filter(([path, locked]) => path !== '' && belongsHere(locked) && !(production && locked.dev))
    .every(([path, { version }]) => installed[path]?.version === version)
}

/** @param {string} folder */
const installedList = (folder) => join(folder, 'node_modules', '.package-lock.json')

/**
 * Installs exactly what the lock file names.
 * @param {string} folder
 * @param {import('./node.mjs').Runtime} runtime
 * @param {readonly string[]} options
 */
export const installPackages = async (folder, runtime, options = []) => {
  await npm(folder, runtime, ['ci', '--ignore-scripts', ...options])
  if (MAY_RUN_SCRIPTS.length > 0) await npm(folder, runtime, ['rebuild', ...MAY_RUN_SCRIPTS])
}

/**
 * @param {string} root
 * @param {import('./node.mjs').Runtime} runtime
 * @param {{ production?: boolean }} options
 */
export const ensurePackages = async (root, runtime, { production = false }) => {
  if (isInstalled(root, { production })) return
  // Taking the rest away from someone who develops here would only cost them a second installation.
  const omit = production && !existsSync(installedList(root)) ? ['--omit=dev'] : []
  await step('Installing packages', () => installPackages(root, runtime, omit))
}
