import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { connect, type Db } from '../../src/db/connect.ts'
import { migrate } from '../../src/db/migrate.ts'

/** A database as the program keeps it: SQLite, in a file, with every migration. */
export const openDatabase = async (): Promise<{ db: Db; close(): Promise<void> }> => {
  const folder = await mkdtemp(join(tmpdir(), 'usherr-bench-'))
  const db = connect({ kind: 'sqlite', path: join(folder, 'usherr.db') })
  await migrate(db)
  // Nothing here has to survive a power cut, and how fast a disk confirms is measured nowhere.
  await sql`pragma synchronous = off`.execute(db)
  return {
    db,
    close: async () => {
      await db.destroy()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
