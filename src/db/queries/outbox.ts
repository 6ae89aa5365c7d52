import type { EventName, Happening } from '../../domain/events.ts'
import type { Instant } from '../../platform/clock.ts'
import type { Ids } from '../../platform/ids.ts'
import { type Db, isPostgres, type Tx } from '../connect.ts'
import { inParts } from '../parts.ts'

/** Something that happened, waiting to be turned into work. */
type OutboxRow = Happening & Readonly<{ id: string }>

export const appendOutbox = async (
  tx: Tx,
  happenings: readonly Happening[],
  now: Instant,
  ids: Ids,
): Promise<void> => {
  for (const part of inParts(happenings))
    await tx
      .insertInto('outbox')
      .values(part.map((happening) => ({ id: ids.next(now), ...happening, createdAt: now })))
      .execute()
}

/** Takes up to `limit` waiting rows, oldest first; another process that asks at the same time gets others. */
export const takeOutbox = async (tx: Tx, limit: number): Promise<OutboxRow[]> => {
  const rows = await tx
    .selectFrom('outbox')
    .select(['id', 'name', 'subject'])
    .where('relayedAt', 'is', null)
    .orderBy('id')
    .limit(limit)
    .$if(isPostgres(tx), (query) => query.forUpdate().skipLocked())
    .execute()
  return rows.map((row) => ({ ...row, name: row.name as EventName }))
}

export const markRelayed = async (tx: Tx, ids: readonly string[], now: Instant): Promise<void> => {
  if (ids.length === 0) return
  await tx.updateTable('outbox').set({ relayedAt: now }).where('id', 'in', ids).execute()
}

/** Whether anything waits to be turned into work. */
export const isAnyWaiting = async (db: Db): Promise<boolean> => {
  const first = await db
    .selectFrom('outbox')
    .select('id')
    .where('relayedAt', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return first !== undefined
}
