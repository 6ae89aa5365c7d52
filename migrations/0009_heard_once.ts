import type { Kysely } from 'kysely'
import { columns } from './_dialect.ts'

/** What of a window's episodes one person is told, when they heard of the others already; null: all of them. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  const { json } = columns(db)
  await db.schema.alterTable('deliveries').addColumn('part', json).execute()
}
