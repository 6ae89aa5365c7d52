import type { Kysely } from 'kysely'
import { columns } from './_dialect.ts'

/** Why nothing can be written in the home's channels, while that is so. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  const { text } = columns(db)
  await db.schema.alterTable('home').addColumn('admin_trouble', text).execute()
  await db.schema.alterTable('home').addColumn('request_trouble', text).execute()
}
