import type { Kysely } from 'kysely'
import { columns } from './_dialect.ts'

/** When somebody last had a request searched for again, so that indexers are not asked all the time. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  const { instant } = columns(db)
  await db.schema.alterTable('requests').addColumn('searched_at', instant).execute()
}
