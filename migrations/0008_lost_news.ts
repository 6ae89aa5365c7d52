import { type Kysely, sql } from 'kysely'
import { columns } from './_dialect.ts'

/** What was looked for in vain and who was asked about it; and how far each instance's history was read. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await searches(db)
  await inquiries(db)
  await readings(db)
}

const searches = async (db: Kysely<unknown>): Promise<void> => {
  const { instant } = columns(db)
  const day = sql.lit(86_400_000)
  for (const column of ['lacking_since', 'looking_since', 'ask_at'])
    await db.schema.alterTable('requests').addColumn(column, instant).execute()
  await sql`
    update requests set looking_since = updated_at, ask_at = updated_at + ${day} where state = 'added'
  `.execute(db)
  await db.schema.createIndex('requests_to_ask').on('requests').columns(['state', 'ask_at']).execute()
  await db.schema.createIndex('requests_arr').on('requests').columns(['instance_id', 'arr_id']).execute()
}

const inquiries = async (db: Kysely<unknown>): Promise<void> => {
  const { text, instant } = columns(db)
  for (const column of ['asked_at', 'waits_until'])
    await db.schema.alterTable('followers').addColumn(column, instant).execute()
  await db.schema
    .createTable('inquiries')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('request_id', text, (c) => c.notNull().references('requests.id'))
    .addColumn('asked_at', instant, (c) => c.notNull())
    .execute()
}

/** `read_to` is a moment of the instance's own clock, `read_at` one of ours. */
const readings = async (db: Kysely<unknown>): Promise<void> => {
  const { text, instant, json } = columns(db)
  await db.schema
    .createTable('readings')
    .addColumn('instance_id', text, (c) => c.primaryKey().references('instances.id'))
    .addColumn('read_to', instant, (c) => c.notNull())
    .addColumn('seen', json, (c) => c.notNull())
    .addColumn('read_at', instant, (c) => c.notNull())
    .execute()
}
