import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe } from 'vitest'
import { connect, type Db, type Tx } from '../../../src/db/connect.ts'
import { migrate } from '../../../src/db/migrate.ts'
import type { Config } from '../../../src/platform/config.ts'
import { createDatabase } from '../../support/postgres.ts'

/** The databases that every query has to work on. */
export const databases = ['sqlite', 'postgres'] as const

export type DatabaseKind = (typeof databases)[number]

/** A database without tables, of a kind. */
export type Empty = Readonly<{ settings: Config['database']; drop(): Promise<void> }>

export const emptyDatabase = async (kind: DatabaseKind): Promise<Empty> => {
  if (kind === 'postgres') {
    const { url, drop } = await createDatabase()
    return { settings: { kind, url }, drop }
  }
  const folder = await mkdtemp(join(tmpdir(), 'usherr-db-'))
  return {
    settings: { kind, path: join(folder, 'usherr.db') },
    drop: () => rm(folder, { recursive: true, force: true }),
  }
}

/** What a test of queries works on. */
export type Ledger = {
  readonly kind: DatabaseKind
  readonly db: Db
  /** Runs in a transaction. */
  write<T>(work: (tx: Tx) => Promise<T>): Promise<T>
}

/** Describes queries once for each database, which is migrated before and dropped after. */
export const onEachDatabase = (subject: string, tests: (ledger: Ledger) => void): void => {
  describe.each(databases)(`${subject}, on %s`, (kind) => {
    let empty: Empty
    let db: Db
    beforeAll(async () => {
      empty = await emptyDatabase(kind)
      db = connect(empty.settings)
      await migrate(db)
    })
    afterAll(async () => {
      await db.destroy()
      await empty.drop()
    })
    tests({
      kind,
      get db() {
        return db
      },
      write: (work) => db.transaction().execute(work),
    })
  })
}
