import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { isInstalled } from '../../scripts/packages.mjs'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'usherr-packages-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const elsewhere = { os: ['win32'], cpu: [process.arch] }
const here = { os: [process.platform], cpu: [process.arch] }
const locked = {
  '': { version: '1.0.0' },
  'node_modules/kysely': { version: '0.29.9' },
  'node_modules/vitest': { version: '5.1.1', dev: true },
  'node_modules/binding-elsewhere': { version: '1.0.0', optional: true, ...elsewhere },
}

const writeLock = (file: string, packages: object) =>
  writeFileSync(join(folder, file), JSON.stringify({ packages }))

const installed = (packages: object) => {
  mkdirSync(join(folder, 'node_modules'))
  writeLock('node_modules/.package-lock.json', packages)
}

describe('packages are installed', () => {
  test('when each that belongs on this machine is there in the locked version', () => {
    writeLock('package-lock.json', locked)
    installed({ 'node_modules/kysely': { version: '0.29.9' }, 'node_modules/vitest': { version: '5.1.1' } })
    expect(isInstalled(folder)).toBe(true)
  })

  test('without those for development, when only the program is to run', () => {
    writeLock('package-lock.json', locked)
    installed({ 'node_modules/kysely': { version: '0.29.9' } })
    expect(isInstalled(folder, { production: true })).toBe(true)
    expect(isInstalled(folder)).toBe(false)
  })
})

describe('packages are not installed', () => {
  test('when npm has left no list, as after an interrupted installation', () => {
    writeLock('package-lock.json', locked)
    mkdirSync(join(folder, 'node_modules'))
    expect(isInstalled(folder)).toBe(false)
  })

  test('when one has another version than the lock file now says', () => {
    writeLock('package-lock.json', locked)
    installed({ 'node_modules/kysely': { version: '0.29.8' }, 'node_modules/vitest': { version: '5.1.1' } })
    expect(isInstalled(folder)).toBe(false)
  })

  test("when this machine's binary is absent, as in a folder that another machine filled", () => {
    writeLock('package-lock.json', { 'node_modules/binding': { version: '1.0.0', optional: true, ...here } })
    installed({})
    expect(isInstalled(folder)).toBe(false)
  })
})
