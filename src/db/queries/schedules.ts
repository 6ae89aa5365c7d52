import type { Instant } from '../../platform/clock.ts'
import type { Db, Tx } from '../connect.ts'

export const listSchedules = async (db: Db): Promise<ReadonlyMap<string, Instant>> => {
  const rows = await db.selectFrom('schedules').selectAll().execute()
  return new Map(rows.map((row) => [row.name, row.dueAt]))
}

/** Moves a schedule to its next time; false when another process did so first. */
export const moveSchedule = async (
  tx: Tx,
  name: string,
  from: Instant | undefined,
  to: Instant,
): Promise<boolean> => {
  if (from === undefined) {
    const result = await tx
      .insertInto('schedules')
      .values({ name, dueAt: to })
      .onConflict((conflict) => conflict.column('name').doNothing())
      .executeTakeFirst()
    return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
  }
  const result = await tx
    .updateTable('schedules')
    .set({ dueAt: to })
    .where('name', '=', name)
    .where('dueAt', '=', from)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}
