import type { Updateable } from 'kysely'
import type { Instant } from '../../platform/clock.ts'
import type { Db, Tx } from '../connect.ts'
import type { DeliveriesTable } from '../tables/database.ts'

/** One piece of news for one person. The unique key (kind, subject, person) is what keeps it from being told twice. */
export type Delivery = DeliveriesTable

export const findDelivery = (db: Db, id: string): Promise<Delivery | undefined> =>
  db.selectFrom('deliveries').selectAll().where('id', '=', id).executeTakeFirst()

/** False when this person has, or is about to get, this news already. */
export const insertDelivery = async (
  tx: Tx,
  delivery: Pick<Delivery, 'id' | 'kind' | 'subject' | 'personId' | 'discordId'> &
    Partial<Pick<Delivery, 'part'>>,
  now: Instant,
): Promise<boolean> => {
  const result = await tx
    .insertInto('deliveries')
    .values({ ...delivery, state: 'planned', attempts: 0, createdAt: now, updatedAt: now })
    .onConflict((conflict) => conflict.columns(['kind', 'subject', 'personId']).doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** Whether somebody got news of this kind whose subject begins so. */
export const wasSent = async (db: Db, kind: string, beginning: string): Promise<boolean> => {
  const row = await db
    .selectFrom('deliveries')
    .select('id')
    .where('kind', '=', kind)
    .where('subject', 'like', `${beginning}%`)
    .where('state', '=', 'sent')
    .executeTakeFirst()
  return row !== undefined
}

/** Whether news of these kinds whose subject begins so are yet to be sent. */
export const isUnderWay = async (db: Db, kinds: readonly string[], beginning: string): Promise<boolean> => {
  const row = await db
    .selectFrom('deliveries')
    .select('id')
    .where('kind', 'in', kinds)
    .where('subject', 'like', `${beginning}%`)
    .where('state', '=', 'planned')
    .executeTakeFirst()
  return row !== undefined
}

export const updateDelivery = async (
  tx: Tx,
  id: string,
  patch: Omit<Updateable<DeliveriesTable>, 'id' | 'updatedAt'>,
  now: Instant,
): Promise<void> => {
  await tx
    .updateTable('deliveries')
    .set({ ...patch, updatedAt: now })
    .where('id', '=', id)
    .execute()
}
