import SqliteDatabase from 'better-sqlite3'
import type { Db } from '../../src/db/connect.ts'
import type { Core } from './load.ts'

/** The one database of all runs: in memory, migrated once, emptied before each run. */
export type Ledger = Readonly<{
  db: Db
  /** Reads all rows of a statement; those of before are still good while nothing was written. */
  all<Row>(sql: string, ...values: readonly unknown[]): readonly Row[]
  empty(): void
}>

type Raw = SqliteDatabase.Database

type Statement = Pick<ReturnType<Raw['prepare']>, 'reader' | 'readonly' | 'all' | 'run'>

/** Where SQLite looks at the value when it plans: a statement with a parameter there is planned anew for each run. */
const PEEKED = /(?:"state" (?:!?= |in \([?, ]*)|limit )$/

/** SQLite looks at values that are compared in what it sorts or joins, too, though for nothing; not behind a plus. */
const settled = (sql: string): string => (sql.startsWith('select') ? sql.replaceAll(' = ?', ' = +?') : sql)

const literal = (value: unknown): string =>
  typeof value === 'number' ? String(value) : `'${String(value).replaceAll("'", "''")}'`

/** A statement that has the values of such places, which are few, in its text. */
const planned = (plain: Statement, sql: string, prepare: (sql: string) => Statement): Statement => {
  const pieces = sql.split('?')
  const places = pieces.slice(1).map((_, index) => index)
  const isPeeked = places.map((index) => PEEKED.test(pieces.slice(0, index + 1).join('?')))
  const peeked = places.filter((index) => isPeeked[index])
  const rest = places.filter((index) => !isPeeked[index])
  if (peeked.length === 0) return plain
  const variants = new Map<string, Statement>()
  const variantFor = (values: readonly unknown[]): Statement => {
    const key = peeked.map((index) => values[index]).join()
    const known = variants.get(key)
    if (known !== undefined) return known
    const between = values.map((value, index) => (isPeeked[index] ? literal(value) : '?'))
    const made = prepare(pieces.map((piece, index) => piece + (between[index] ?? '')).join(''))
    variants.set(key, made)
    return made
  }
  const left = (values: readonly unknown[]): unknown[] => rest.map((index) => values[index])
  return {
    reader: plain.reader,
    readonly: plain.readonly,
    all: (values: readonly unknown[]) => variantFor(values).all(left(values)),
    run: (values: readonly unknown[]) => variantFor(values).run(left(values)),
  }
}

/** The same statement, which says so when it changed something. What is rolled back changes too. */
const heard = (statement: Statement, sql: string, changed: () => void): Statement => {
  const isUndoing = sql.startsWith('rollback')
  if (statement.readonly && !isUndoing) return statement
  const { reader } = statement
  return {
    reader,
    readonly: false,
    all: (values: readonly unknown[]) => {
      changed()
      return statement.all(values)
    },
    run: (values: readonly unknown[] = []) => {
      const done = statement.run(values)
      if (isUndoing || done.changes > 0) changed()
      return done
    },
  }
}

/** Prepares each statement once: the program's are few, and it has them prepared anew each time. */
const rememberStatements = (changed: () => void): (() => Raw | undefined) => {
  const prototype = SqliteDatabase.prototype as Raw
  const prepare = prototype.prepare
  const known = new Map<string, Statement>()
  let opened: Raw | undefined
  prototype.prepare = function (this: Raw, sql: string) {
    opened = this
    const kept = known.get(sql)
    if (kept !== undefined) return kept
    const prepareSettled = (text: string): Statement => prepare.call(this, settled(text))
    const plain = planned(prepareSettled(sql), sql, prepareSettled)
    const made = heard(plain, sql, changed)
    known.set(sql, made)
    return made
  } as Raw['prepare']
  return () => opened
}

/**
 * The tables, each before those that it refers to: so they can be emptied while references are watched over. To have
 * them not watched meanwhile would make SQLite plan all its statements anew.
 */
const tablesOf = (raw: Raw): string[] => {
  const names = raw
    .prepare("select name from sqlite_master where type = 'table' and name not like 'kysely%'")
    .all([]) as { name: string }[]
  const sorted = new Set<string>()
  const add = (name: string): void => {
    if (sorted.has(name)) return
    const targets = raw.pragma(`foreign_key_list(${name})`) as { table: string }[]
    for (const { table } of targets) if (table !== name) add(table)
    sorted.add(name)
  }
  for (const { name } of names) add(name)
  return [...sorted].reverse()
}

/** Opens the database through the program's own `connect` and `migrate`. */
export const openLedger = async (core: Core): Promise<Ledger> => {
  const read = new Map<string, unknown[]>()
  const opened = rememberStatements(() => read.clear())
  const db = core.connect({ kind: 'sqlite', path: ':memory:' })
  await core.migrate(db)
  const raw = opened()
  if (raw === undefined) throw new Error('no database was opened')
  const deletions = tablesOf(raw).map((name) => raw.prepare(`delete from ${name}`))
  return {
    db,
    all: <Row>(sql: string, ...values: readonly unknown[]) => {
      const key = [sql, ...values].join()
      const known = read.get(key) ?? raw.prepare(sql).all(...values)
      read.set(key, known)
      return known as Row[]
    },
    empty: () => {
      for (const deletion of deletions) deletion.run()
    },
  }
}
