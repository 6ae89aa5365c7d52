import { promises as fs } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Kysely } from 'kysely'
import { FileMigrationProvider, Migrator } from 'kysely/migration'
import type { Db } from './connect.ts'

const migrationFolder = fileURLToPath(new URL('../../migrations', import.meta.url))

const onlyMigrations: typeof fs.readdir = (async (folder: string) =>
  (await fs.readdir(folder)).filter((file) => /^\d{4}_.+\.ts$/.test(file))) as typeof fs.readdir

/**
 * Brings the schema up to date. Kysely returns its error instead of throwing; here it is thrown.
 * On PostgreSQL several processes may call it at once: kysely holds a lock.
 */
export const migrate = async (db: Db): Promise<readonly string[]> => {
  const provider = new FileMigrationProvider({ fs: { readdir: onlyMigrations }, path, migrationFolder })
  // Migrations name columns as the database does.
  const plain = db.withoutPlugins() as Kysely<unknown>
  const { error, results } = await new Migrator({ db: plain, provider }).migrateToLatest()
  if (error !== undefined) throw error
  return (results ?? []).map((result) => result.migrationName)
}
