import { type Kysely, sql } from 'kysely'
import { columns } from './_dialect.ts'

/**
 * How an instance does: its failures in a row, until when it is left alone, since when it is well or not, and what of
 * that its owner was told. What was noted of health before was noted by other rules, so it is looked at anew.
 */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  const { text, instant, number } = columns(db)
  const instances = db.schema.alterTable('instances')
  await instances.addColumn('failures', number, (c) => c.notNull().defaultTo(0)).execute()
  await instances.addColumn('failing_since', instant).execute()
  await instances.addColumn('rested_until', instant).execute()
  await instances.addColumn('health_since', instant).execute()
  await instances.addColumn('health_said', text).execute()
  await instances.addColumn('told_since', instant).execute()
  await instances.addColumn('resumed', number).execute()
  await sql`update instances set health = 'unknown', health_detail = null where health = 'trouble'`.execute(
    db,
  )
}
