import type { Kysely } from 'kysely'
import { columns } from './_dialect.ts'

/** What an approver chose instead of the instance's own profile and folder. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  const { text, number } = columns(db)
  await db.schema.alterTable('requests').addColumn('profile_id', number).execute()
  await db.schema.alterTable('requests').addColumn('folder', text).execute()
}
