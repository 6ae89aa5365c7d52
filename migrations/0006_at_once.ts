import type { Kysely } from 'kysely'
import { columns } from './_dialect.ts'

/** Who needs nobody's approval, and the reasons for a no that admins have written down. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  const { text, json } = columns(db)
  await db.schema
    .alterTable('home')
    .addColumn('trusted_roles', json, (c) => c.notNull().defaultTo('[]'))
    .execute()
  await db.schema
    .alterTable('home')
    .addColumn('trusted_members', json, (c) => c.notNull().defaultTo('[]'))
    .execute()
  await db.schema.alterTable('home').addColumn('deny_reasons', json).execute()
  await db.schema.alterTable('requests').addColumn('trusted_by', text).execute()
}
