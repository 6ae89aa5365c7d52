import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { CannotStart, holdDatabase, openDataDir, readSecretKey } from '../../src/platform/data-dir.ts'

const MODULE = new URL('../../src/platform/data-dir.ts', import.meta.url).href

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'usherr-data-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** What another process says that tries to open the folder. */
const elsewhere = (dir: string): string =>
  spawnSync(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `import { openDataDir } from ${JSON.stringify(MODULE)}
       try { openDataDir(${JSON.stringify(dir)}); console.log('opened') }
       catch (error) { console.log(error.exitCode, error.message) }`,
    ],
    { encoding: 'utf8' },
  ).stdout.trim()

/** Another process that holds the folder until it is ended. */
const holder = async (dir: string) => {
  const child = spawn(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `import { openDataDir } from ${JSON.stringify(MODULE)}
       openDataDir(${JSON.stringify(dir)}); console.log('held'); setInterval(() => undefined, 60_000)`,
    ],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  )
  await new Promise((resolve) => child.stdout.once('data', resolve))
  return () =>
    new Promise((resolve) => {
      child.once('exit', resolve)
      child.kill('SIGKILL')
    })
}

describe('the data folder', () => {
  it('is made, also deep within, and is nobody else’s to enter', () => {
    const dir = join(folder, 'a', 'b')
    const held = openDataDir(dir)
    expect(held.path).toBe(dir)
    expect(statSync(dir).mode & 0o077).toBe(0)
    held.release()
  })

  it('is held against another process until it is released', () => {
    const held = openDataDir(folder)
    expect(elsewhere(folder)).toBe(
      `78 Another Usherr is already running on ${folder}: stop it first, or give this one a folder of its own with DATA_DIR.`,
    )
    held.release()
    expect(elsewhere(folder)).toBe('opened')
  })

  it('is free again when its holder was killed: nothing stale is left to guess about', async () => {
    const kill = await holder(folder)
    expect(() => openDataDir(folder)).toThrow(CannotStart)
    await kill()
    const held = openDataDir(folder)
    held.release()
  })

  it('may have a long path', () => {
    const long = join(folder, 'x'.repeat(120), 'y'.repeat(120))
    const held = openDataDir(long)
    expect(elsewhere(long)).toContain('already running')
    held.release()
  })

  it('that is a file can’t be used, and the sentence names the variable', () => {
    const file = join(folder, 'file')
    writeFileSync(file, '')
    expect(() => openDataDir(file)).toThrow(/^DATA_DIR: .+file cannot be written \(.+\)\. Give a place/)
  })
})

it('a database is held under every name that it has', () => {
  const file = join(folder, 'usherr.db')
  writeFileSync(file, '')
  symlinkSync(file, join(folder, 'other-name.db'))
  const release = holdDatabase(file)
  expect(() => holdDatabase(join(folder, 'other-name.db'))).toThrow(/DATABASE_URL\.$/)
  release()
  holdDatabase(join(folder, 'other-name.db'))()
})

describe('the secret key', () => {
  const dir = () => ({ path: folder, release: () => undefined })
  const file = () => join(folder, 'secret.key')

  it('is made once, for this user only', () => {
    const key = readSecretKey(dir(), undefined)
    expect(key.length).toBe(32)
    expect(statSync(file()).mode & 0o777).toBe(0o600)
    expect(Buffer.from(readFileSync(file(), 'utf8'), 'base64')).toEqual(key)
    expect(readSecretKey(dir(), undefined)).toEqual(key)
  })

  it('comes from the environment when it is given, and no file is made', () => {
    const given = Buffer.alloc(32, 9)
    expect(readSecretKey(dir(), given.toString('base64'))).toEqual(given)
    expect(() => statSync(file())).toThrow(/ENOENT/)
  })

  it.each(['', 'short', Buffer.alloc(31).toString('base64')])('in a file of %j is refused', (text) => {
    writeFileSync(file(), text, { mode: 0o600 })
    expect(() => readSecretKey(dir(), undefined)).toThrow(/^SECRET_KEY: .+does not hold 32 bytes in base64/)
  })

  it.each([0o640, 0o604, 0o644])('that others may read is refused, with what to do (mode %i)', (mode) => {
    readSecretKey(dir(), undefined)
    chmodSync(file(), mode)
    expect(() => readSecretKey(dir(), undefined)).toThrow(`Run: chmod 600 ${file()}`)
  })

  it('is never shown', () => {
    writeFileSync(file(), 'canary', { mode: 0o600 })
    expect(() => readSecretKey(dir(), undefined)).toThrow(/^(?!.*canary)/)
  })
})
