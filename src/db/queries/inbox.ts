import type { Instant } from '../../platform/clock.ts'
import type { Db, Tx } from '../connect.ts'
import type { InboxTable } from '../tables/database.ts'

/** A webhook as it arrived, kept under a key made from its content. */
export type Arrival = InboxTable

/** False when the same content is there already. */
export const insertArrival = async (
  tx: Tx,
  arrival: Pick<Arrival, 'id' | 'instanceId' | 'contentKey' | 'eventType' | 'body' | 'receivedAt'>,
): Promise<boolean> => {
  const result = await tx
    .insertInto('inbox')
    .values(arrival)
    .onConflict((conflict) => conflict.column('contentKey').doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** Whether content that repeats (Health, Test…) was seen since `since`. Such keys end in the time they were stored at. */
export const seenSince = async (db: Db, keyPrefix: string, since: Instant): Promise<boolean> => {
  const row = await db
    .selectFrom('inbox')
    .select('id')
    // Not by order: what sorts between two texts depends on the language of the database.
    .where((eb) => eb(eb.fn('substr', ['contentKey', eb.lit(1), eb.lit(keyPrefix.length)]), '=', keyPrefix))
    .where('receivedAt', '>', since)
    .executeTakeFirst()
  return row !== undefined
}

export const findArrival = (db: Db, id: string): Promise<Arrival | undefined> =>
  db.selectFrom('inbox').selectAll().where('id', '=', id).executeTakeFirst()

export const markProcessed = async (tx: Tx, id: string, outcome: string, now: Instant): Promise<void> => {
  await tx.updateTable('inbox').set({ processedAt: now, outcome }).where('id', '=', id).execute()
}
