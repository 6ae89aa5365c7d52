import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import {
  CompiledQuery,
  type DatabaseConnection,
  Kysely,
  PostgresAdapter,
  PostgresDialect,
  type QueryCompiler,
  SqliteDialect,
  SqliteDriver,
  type Transaction,
} from 'kysely'
import pg from 'pg'
import type { Config } from '../platform/config.ts'
import { CannotStart } from '../platform/data-dir.ts'
import { names, PostgresCompiler, SqliteCompiler } from './names.ts'
import type { Database } from './tables/database.ts'

/** A handle to read with, inside a transaction or not. */
export type Db = Kysely<Database>

/** A transaction, demanded by every query that writes. */
export type Tx = Transaction<Database>

const FULL = 2
const INT8 = 20

/** Opens the file, which is made when it isn't there. @throws CannotStart when it can't be written, or is something else */
const open = (path: string): SqliteDatabase.Database => {
  try {
    if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true })
    const database = new SqliteDatabase(path)
    database.pragma('journal_mode = WAL')
    return database
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new CannotStart(`DATABASE_URL: ${path} cannot be used as a database (${why}).`, 78, error)
  }
}

/**
 * Asks for the right to write as a transaction begins. One that only finds later that it wants to write is refused at
 * once, without waiting, while somebody else (a backup, a person with a shell) writes.
 */
class WritingDriver extends SqliteDriver {
  readonly #database: SqliteDatabase.Database

  constructor(database: SqliteDatabase.Database) {
    super({ database })
    this.#database = database
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'))
  }

  /** On a full disk SQLite has rolled back by itself; to say it again would be an error that hides the first one. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#database.inTransaction) await super.rollbackTransaction(connection)
  }
}

class WritingDialect extends SqliteDialect {
  readonly #database: SqliteDatabase.Database

  constructor(database: SqliteDatabase.Database) {
    super({ database })
    this.#database = database
  }

  override createDriver(): SqliteDriver {
    return new WritingDriver(this.#database)
  }

  override createQueryCompiler(): QueryCompiler {
    return new SqliteCompiler()
  }
}

class NamingDialect extends PostgresDialect {
  override createQueryCompiler(): QueryCompiler {
    return new PostgresCompiler()
  }
}

/**
 * SQLite with one connection (so one writer), WAL, and `synchronous=FULL`: what is committed survives a power cut.
 * @throws CannotStart when SQLite does not confirm that
 */
const sqlite = (path: string): Db => {
  const database = open(path)
  database.pragma('synchronous = FULL')
  database.pragma('foreign_keys = ON')
  database.pragma('busy_timeout = 5000')
  if (database.pragma('synchronous', { simple: true }) !== FULL) {
    throw new CannotStart('DATABASE_URL: SQLite refused synchronous=FULL, so commits would not be durable.')
  }
  return new Kysely({ dialect: new WritingDialect(database), plugins: [names] })
}

// The only 64-bit numbers we store are instants, which a double holds exactly.
const numbers = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    oid === INT8 && format !== 'binary' ? Number : pg.types.getTypeParser(oid, format),
}

const postgres = (url: string): Db => {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 10_000,
    application_name: 'usherr',
    types: numbers as pg.CustomTypesConfig,
  })
  // A backend that is ended, idle or at work, must not end us: the query fails, and the next one takes a new backend.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return new Kysely({ dialect: new NamingDialect({ pool }), plugins: [names] })
}

/** Opens the database that the configuration names. Migrations are run by `migrate`. */
export const connect = (settings: Config['database']): Db =>
  settings.kind === 'sqlite' ? sqlite(settings.path) : postgres(settings.url)

/** Two that waited for each other; a row that was read, and is gone when it is referred to; one that was not there yet. */
const OVERTAKEN: ReadonlySet<unknown> = new Set(['40P01', '23503', '23505'])

/**
 * Whether PostgreSQL ended a transaction because of what another one did since it looked, so that it is to be tried
 * again. SQLite has one writer, whom nobody overtakes: what breaks a rule of the tables there is a bug.
 */
export const isOvertaken = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && OVERTAKEN.has(error.code)

export const isPostgres = (db: Db): boolean => db.getExecutor().adapter instanceof PostgresAdapter
