import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, resolve } from 'node:path'
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
type DataDir = { readonly path: string; release(): void }

const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY')

/** What somebody who can't start on `what` is told: which variable names it, and what to do when it is in use. */
type Held = { variable: string; what: string; instead: string }

/**
 * Holds `path` for this process. The lock is the kernel's (through SQLite's file locks), so it goes with the
 * process however that ends, and needs no guess about stale files.
 */
const hold = (path: string, { variable, what, instead }: Held): (() => void) => {
  let lock: Database.Database | undefined
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    lock = new Database(path, { timeout: 0 })
    lock.pragma('locking_mode = EXCLUSIVE')
    lock.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    lock?.close()
    if (isBusy(error)) {
      throw new CannotStart(`Another Usherr is already running on ${what}: stop it first, or ${instead}.`)
    }
    throw new CannotStart(
      `${variable}: ${what} cannot be written (${codeOf(error)}). Give a place that Usherr’s user may write.`,
      78,
      error,
    )
  }
  const held = lock
  return () => held.close()
}

/** Creates the folder when it isn't there and locks it. @throws CannotStart when another process has it, or it cannot be written. */
export const openDataDir = (dir: string): DataDir => {
  const path = resolve(dir)
  const instead = 'give this one a folder of its own with DATA_DIR'
  return { path, release: hold(join(path, 'lock'), { variable: 'DATA_DIR', what: path, instead }) }
}

/** Holds a SQLite database, by whatever name it goes. @throws CannotStart when another process has it, or it cannot be written. */
export const holdDatabase = (file: string): (() => void) => {
  const path = existsSync(file) ? realpathSync(file) : resolve(file)
  const instead = 'give this one a database of its own with DATABASE_URL'
  return hold(`${path}.lock`, { variable: 'DATABASE_URL', what: path, instead })
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'unknown trouble'

/** Reads the key file, which is made when it isn't there. */
const keyFile = (file: string): { text: string; isPrivate: boolean } => {
  if (!existsSync(file)) {
    writeFileSync(file, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flag: 'wx' })
    chmodSync(file, 0o600)
  }
  return { text: readFileSync(file, 'utf8').trim(), isPrivate: (statSync(file).mode & 0o077) === 0 }
}

/**
 * The 32 bytes that encrypt secrets at rest: from the environment, else from `secret.key`, made once with mode 0600.
 * @throws CannotStart when the file can't be read, is not 32 bytes in base64, or others may read it.
 */
export const readSecretKey = (dir: DataDir, given: string | undefined): Uint8Array => {
  if (given !== undefined) return Buffer.from(given, 'base64')
  const file = join(dir.path, 'secret.key')
  let found: ReturnType<typeof keyFile>
  try {
    found = keyFile(file)
  } catch (error) {
    throw new CannotStart(`SECRET_KEY: ${file} cannot be read (${codeOf(error)}).`, 78, error)
  }
  if (!found.isPrivate) {
    throw new CannotStart(`SECRET_KEY: others may read ${file}. Run: chmod 600 ${file}`)
  }
  const key = Buffer.from(found.text, 'base64')
  if (key.length !== 32) throw new CannotStart(`SECRET_KEY: ${file} does not hold 32 bytes in base64.`)
  return key
}
