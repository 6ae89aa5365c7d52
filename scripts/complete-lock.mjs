import { readFileSync, writeFileSync } from 'node:fs'

/*
 * Run by hand after a change to package-lock.json: node scripts/complete-lock.mjs
 *
 * npm leaves a package for another kind of machine out of the lock file when the registry in use does not have it,
 * and then refuses the file everywhere (`npm ci`: "Missing … from lock file"). This names such packages, with the
 * machine that each is for, so that the others pass them over.
 */

/** @typedef {import('./packages.mjs').Locked & { optionalDependencies?: Record<string, string> }} Entry */

const MACHINE =
  /-(?<os>android|darwin|freebsd|linux|openharmony|win32)-(?<cpu>arm64|arm|x64|ia32|ppc64|riscv64|s390x)(?:-(?<abi>gnu|musl))?/

/**
 * The optional packages that others ask for and the lock file does not name.
 * @param {Record<string, Entry>} packages
 * @returns {Record<string, Entry>}
 */
export const lacking = (packages) => {
  /** @type {Record<string, Entry>} */
  const found = {}
  for (const [path, { dev, optionalDependencies = {} }] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      if (packages[`node_modules/${name}`] || packages[`${path}/node_modules/${name}`]) continue
      const { os, cpu, abi } = MACHINE.exec(name)?.groups ?? {}
      if (!os || !cpu) throw new Error(`${name} does not say in its name which machine it is for.`)
      const libc = abi === undefined || os !== 'linux' ? {} : { libc: [abi === 'gnu' ? 'glibc' : 'musl'] }
      found[`node_modules/${name}`] = {
        version,
        cpu: [cpu],
        ...(dev ? { dev } : {}),
        ...libc,
        optional: true,
        os: [os],
      }
    }
  }
  return found
}

if (import.meta.main) {
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'))
  const complete = Object.entries({ ...lock.packages, ...lacking(lock.packages) })
  lock.packages = Object.fromEntries(complete.sort(([a], [b]) => a.localeCompare(b, 'en')))
  writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`)
}
