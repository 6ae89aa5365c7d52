import { promises as fs } from 'node:fs'
import path from 'node:path'
import { type Kysely, sql } from 'kysely'
import { FileMigrationProvider, Migrator } from 'kysely/migration'
import { describe, expect, it } from 'vitest'
import { connect, type Db } from '../../src/db/connect.ts'
import { migrate } from '../../src/db/migrate.ts'
import { listClaims } from '../../src/db/queries/claims.ts'
import { findHome } from '../../src/db/queries/home.ts'
import { findRequest } from '../../src/db/queries/requests.ts'
import { databases, emptyDatabase } from './support/ledger.ts'

/** Brings a database to where an older version of the program left it. */
const migrateUntil = async (db: Db, last: string): Promise<void> => {
  const provider = new FileMigrationProvider({
    fs: {
      readdir: (async (folder: string) =>
        (await fs.readdir(folder)).filter((file) => /^\d{4}_/.test(file))) as typeof fs.readdir,
    },
    path,
    migrationFolder: path.resolve('migrations'),
  })
  const plain = db.withoutPlugins() as Kysely<unknown>
  const { error } = await new Migrator({ db: plain, provider }).migrateTo(last)
  if (error !== undefined) throw error
}

describe.each(databases)('what an older version wrote, on %s', (kind) => {
  it('is there for the new one: the home, requests, and what the open ones hold', async () => {
    const { settings, drop } = await emptyDatabase(kind)
    const db = connect(settings)
    await migrateUntil(db, '0004_channel_trouble')
    for (const statement of [
      `insert into people (id, created_at) values ('mia', 1)`,
      `insert into home (id, guild_id, claimed_by, plex_servers, created_at, updated_at) values (1, 'g', '1', '[]', 1, 1)`,
      `insert into titles (id, kind, name, facts, fetched_at) values ('t', 'film', 'Up', '{}', 1)`,
      ...['denied', 'pending', 'cancelled'].map(
        (state) =>
          `insert into requests (id, title_id, kind, state, version, person_id, trace, created_at, updated_at)
           values ('${state}', 't', 'film', '${state}', 1, 'mia', '[]', 1, 1)`,
      ),
    ]) {
      await sql.raw(statement).execute(db)
    }
    await migrate(db)
    expect(await findHome(db)).toMatchObject({ guildId: 'g', trustedRoles: [], trustedMembers: [] })
    expect(await findRequest(db, 'pending')).toEqual({
      id: 'pending',
      titleId: 't',
      kind: 'film',
      state: 'pending',
      quality: 'standard',
      version: 1,
      personId: 'mia',
      trace: [],
      createdAt: 1,
      updatedAt: 1,
    })
    expect(await listClaims(db, 't', 'standard')).toEqual([{ requestId: 'pending', season: -1 }])
    await db.destroy()
    await drop()
  })
})
