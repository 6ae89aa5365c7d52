import SqliteDatabase from 'better-sqlite3'
import type { Db } from '../../src/db/connect.ts'
import type { Core } from './load.ts'

/** The one database of all runs: in memory, migrated once, emptied before each run. */
export type Ledger = Readonly<{
  db: Db
  /** Reads all rows of a statement. */
  all<Row>(sql: string, ...values: readonly unknown[]): Row[]
  empty(): void
}>

type Raw = SqliteDatabase.Database

type Statement = Pick<ReturnType<Raw['prepare']>, 'reader' | 'all' | 'run'>

/** Where SQLite looks at the value when it plans: a statement with a parameter there is planned anew for each run. */
const PEEKED = /(?:"state" (?:!?= |in \([?, ]*)|limit )$/

const literal = (value: unknown): string =>
  typeof value === 'number' ? String(value) : `'${String(value).replaceAll("'", "''")}'`

/** A statement that has the values of such places, which are few, in its text. */
const planned = (plain: Statement, sql: string, prepare: (sql: string) => Statement): Statement => {
  const pieces = sql.split('?')
  const isPeeked = pieces.map((_, index) => PEEKED.test(pieces.slice(0, index + 1).join('?')))
  isPeeked[pieces.length - 1] = false
  if (!isPeeked.includes(true)) return plain
  const variants = new Map<string, Statement>()
  const variantFor = (values: readonly unknown[]): Statement => {
    const key = values.filter((_, index) => isPeeked[index]).join()
    const known = variants.get(key)
    if (known !== undefined) return known
    const between = values.map((value, index) => (isPeeked[index] ? literal(value) : '?'))
    const made = prepare(pieces.map((piece, index) => piece + (between[index] ?? '')).join(''))
    variants.set(key, made)
    return made
  }
  const rest = (values: readonly unknown[]): unknown[] => values.filter((_, index) => !isPeeked[index])
  return {
    reader: plain.reader,
    all: (values: readonly unknown[]) => variantFor(values).all(rest(values)),
    run: (values: readonly unknown[]) => variantFor(values).run(rest(values)),
  }
}

/** Prepares each statement once: the program's are few, and it has them prepared anew each time. */
const rememberStatements = (): (() => Raw | undefined) => {
  const prototype = SqliteDatabase.prototype as Raw
  const prepare = prototype.prepare
  const known = new Map<string, Statement>()
  let opened: Raw | undefined
  prototype.prepare = function (this: Raw, sql: string) {
    opened = this
    const kept = known.get(sql)
    if (kept !== undefined) return kept
    const made = planned(prepare.call(this, sql), sql, (text) => prepare.call(this, text))
    known.set(sql, made)
    return made
  } as Raw['prepare']
  return () => opened
}

/** Opens the database through the program's own `connect` and `migrate`. */
export const openLedger = async (core: Core): Promise<Ledger> => {
  const opened = rememberStatements()
  const db = core.connect({ kind: 'sqlite', path: ':memory:' })
  await core.migrate(db)
  const raw = opened()
  if (raw === undefined) throw new Error('no database was opened')
  const tables = raw
    .prepare("select name from sqlite_master where type = 'table' and name not like 'kysely%'")
    .all() as { name: string }[]
  const statements = tables.map(({ name }) => raw.prepare(`delete from ${name}`))
  return {
    db,
    all: <Row>(sql: string, ...values: readonly unknown[]) => raw.prepare(sql).all(...values) as Row[],
    empty: () => {
      raw.pragma('foreign_keys = OFF')
      for (const statement of statements) statement.run()
      raw.pragma('foreign_keys = ON')
    },
  }
}
