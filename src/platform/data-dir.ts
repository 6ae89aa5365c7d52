import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import Database from 'better-sqlite3'

/** Something about the surroundings that only the person who runs Usherr can mend; ends the program with `exitCode`. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart'
  readonly exitCode: 69 | 78

  constructor(sentence: string, exitCode: 69 | 78 = 78, cause?: unknown) {
    super(sentence, { cause })
    this.exitCode = exitCode
  }
}

/** The folder in which everything is kept, held by this process alone until `release`. */
export type DataDir = { readonly path: string; release(): void }

const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY')

/**
 * Holds `path` for this process. The lock is the kernel's (through SQLite's file locks), so it goes with the
 * process however that ends, and needs no guess about stale files.
 */
const hold = (path: string, what: string): (() => void) => {
  const lock = new Database(path, { timeout: 0 })
  try {
    lock.pragma('locking_mode = EXCLUSIVE')
    lock.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    lock.close()
    if (isBusy(error)) {
      throw new CannotStart(
        `Another Usherr is already running on ${what}: stop it first, or give this one a folder of its own with DATA_DIR.`,
      )
    }
    throw error
  }
  return () => lock.close()
}

/** Creates the folder when it isn't there and locks it. @throws CannotStart when another process has it, or it cannot be written. */
export const openDataDir = (dir: string): DataDir => {
  const path = resolve(dir)
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 })
  } catch (error) {
    throw new CannotStart(
      `DATA_DIR: ${path} cannot be created (${codeOf(error)}). Give a folder that Usherr may write.`,
      78,
      error,
    )
  }
  return { path, release: hold(join(path, 'lock'), path) }
}

/** Holds a SQLite database that lies outside the data folder. @throws CannotStart when another process has it. */
export const holdDatabase = (file: string): (() => void) => hold(`${file}.lock`, file)

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'unknown trouble'

/**
 * The 32 bytes that encrypt secrets at rest: from the environment, else from `secret.key`, made once with mode 0600.
 * @throws CannotStart when the file is not 32 bytes in base64 or others may read it.
 */
export const readSecretKey = (dir: DataDir, given: string | undefined): Uint8Array => {
  if (given !== undefined) return Buffer.from(given, 'base64')
  const file = join(dir.path, 'secret.key')
  if (!existsSync(file)) {
    writeFileSync(file, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flag: 'wx' })
    chmodSync(file, 0o600)
  }
  if ((statSync(file).mode & 0o077) !== 0) {
    throw new CannotStart(`SECRET_KEY: others may read ${file}. Run: chmod 600 ${file}`)
  }
  const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64')
  if (key.length !== 32) throw new CannotStart(`SECRET_KEY: ${file} does not hold 32 bytes in base64.`)
  return key
}
