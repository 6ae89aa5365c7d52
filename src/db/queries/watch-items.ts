import type { ItemFilter, ItemReason } from '../../domain/watchlists/item.ts'
import type { Instant } from '../../platform/clock.ts'
import { type Db, isPostgres, type Tx } from '../connect.ts'
import type { WatchItemsTable } from '../tables/watchlists.ts'

/** Something that stands, or stood, on a watchlist. */
export type WatchItem = Omit<WatchItemsTable, 'reason'> & Readonly<{ reason: ItemReason | null }>

const toItem = (row: WatchItemsTable): WatchItem => ({
  ...row,
  reason: row.reason === null ? null : (JSON.parse(row.reason) as ItemReason),
})

export const findItem = async (db: Db, id: string): Promise<WatchItem | undefined> => {
  const row = await db.selectFrom('watchItems').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toItem(row)
}

/** Loads an item to change it; others wait for this transaction. */
export const lockItem = async (tx: Tx, id: string): Promise<WatchItem | undefined> => {
  const row = await tx
    .selectFrom('watchItems')
    .selectAll()
    .where('id', '=', id)
    .$if(isPostgres(tx), (query) => query.forUpdate())
    .executeTakeFirst()
  return row && toItem(row)
}

/** What of some titles stands, or stood, on a list. */
export const listItemsOf = async (
  db: Db,
  plexId: string,
  titleIds: readonly string[],
): Promise<WatchItem[]> => {
  if (titleIds.length === 0) return []
  const rows = await db
    .selectFrom('watchItems')
    .selectAll()
    .where('plexId', '=', plexId)
    .where('titleId', 'in', titleIds)
    .execute()
  return rows.map(toItem)
}

export const insertItems = async (
  tx: Tx,
  items: readonly Pick<WatchItem, 'id' | 'plexId' | 'titleId' | 'state' | 'addedAt' | 'seenPass'>[],
): Promise<void> => {
  if (items.length === 0) return
  await tx
    .insertInto('watchItems')
    .values(items.map((item) => ({ ...item, missed: 0, follows: 0 as const })))
    .onConflict((conflict) => conflict.columns(['plexId', 'titleId']).doNothing())
    .execute()
}

export const updateItem = async (
  tx: Tx,
  id: string,
  { reason, ...patch }: Partial<Omit<WatchItem, 'id' | 'plexId'>>,
): Promise<void> => {
  const told = reason === undefined ? {} : { reason: reason && JSON.stringify(reason) }
  await tx
    .updateTable('watchItems')
    .set({ ...patch, ...told })
    .where('id', '=', id)
    .execute()
}

/** Notes that a pass saw these. */
export const markSeen = async (tx: Tx, ids: readonly string[], pass: number): Promise<void> => {
  if (ids.length === 0) return
  await tx.updateTable('watchItems').set({ seenPass: pass, missed: 0 }).where('id', 'in', ids).execute()
}

/** After a complete pass: counts what it did not see. */
export const countMissed = async (tx: Tx, plexId: string, pass: number): Promise<void> => {
  await tx
    .updateTable('watchItems')
    .set((eb) => ({ missed: eb('missed', '+', 1) }))
    .where('plexId', '=', plexId)
    .where('goneAt', 'is', null)
    .where('seenPass', '<', pass)
    .execute()
}

/** Notes that what so many complete passes in a row did not see is gone. Returns the ids of it. */
export const takeOffMissed = async (
  tx: Tx,
  plexId: string,
  passes: number,
  now: Instant,
): Promise<string[]> => {
  const rows = await tx
    .updateTable('watchItems')
    .set({ goneAt: now, retryAt: null })
    .where('plexId', '=', plexId)
    .where('goneAt', 'is', null)
    .where('missed', '>=', passes)
    .returning('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** Whether anything stands on a list that the last complete pass did not see. */
export const hasMissed = async (db: Db, plexId: string): Promise<boolean> => {
  const row = await db
    .selectFrom('watchItems')
    .select('id')
    .where('plexId', '=', plexId)
    .where('goneAt', 'is', null)
    .where('missed', '>', 0)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** How many things stand on a list. */
export const countStanding = async (db: Db, plexId: string): Promise<number> => {
  const row = await db
    .selectFrom('watchItems')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('plexId', '=', plexId)
    .where('goneAt', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

/** Whether anything is known to stand on a list, or to have stood there. */
export const hasItems = async (db: Db, plexId: string): Promise<boolean> => {
  const row = await db
    .selectFrom('watchItems')
    .select('id')
    .where('plexId', '=', plexId)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Ids of items whose obstacle is to be looked at again. */
export const listToRetry = async (db: Db, now: Instant, limit: number): Promise<string[]> => {
  const rows = await db
    .selectFrom('watchItems')
    .select('id')
    .where('retryAt', '<=', now)
    .where('goneAt', 'is', null)
    .orderBy('retryAt')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}

const STATES: Readonly<Record<ItemFilter, readonly WatchItem['state'][]>> = {
  all: ['new', 'asked', 'here', 'skipped', 'before'],
  asked: ['new', 'asked'],
  'not-asked': ['skipped'],
  before: ['before'],
}

/** A page of what stands on a list, newest first, with how many there are in all. */
export const pageItems = async (
  db: Db,
  plexId: string,
  filter: ItemFilter,
  page: number,
  size: number,
): Promise<{ items: WatchItem[]; total: number }> => {
  const base = db
    .selectFrom('watchItems')
    .where('plexId', '=', plexId)
    .where('goneAt', 'is', null)
    .where('state', 'in', STATES[filter])
  const [rows, count] = await Promise.all([
    base
      .selectAll()
      .orderBy('addedAt', 'desc')
      .orderBy('id', 'desc')
      .limit(size)
      .offset(page * size)
      .execute(),
    base.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow(),
  ])
  return { items: rows.map(toItem), total: Number(count.total) }
}

/** Takes for new what stood on a list before it was first read: so many at most, oldest first. Returns their ids. */
export const renewBefore = async (tx: Tx, plexId: string, limit: number): Promise<string[]> => {
  const oldest = tx
    .selectFrom('watchItems')
    .select('id')
    .where('plexId', '=', plexId)
    .where('state', '=', 'before')
    .where('goneAt', 'is', null)
    .orderBy('addedAt')
    .limit(limit)
  const rows = await tx
    .updateTable('watchItems')
    .set({ state: 'new', reason: null, retryAt: null })
    .where('id', 'in', oldest)
    // Somebody else may have taken them meanwhile.
    .where('state', '=', 'before')
    .returning('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** What was not asked for: for one of these reasons, none of which tells more; of one title, some lists or one person. */
export type Skipped = Readonly<{
  because: readonly Extract<
    ItemReason['code'],
    'suspended' | 'sync-off' | 'excluded' | 'excluded-for-all' | 'ids-missing'
  >[]
  titleId?: string
  plexIds?: readonly string[]
  personId?: string
}>

/** Takes for new what was not asked for, and stands on a list. Returns the ids. */
export const renewSkipped = async (
  tx: Tx,
  { because, titleId, plexIds, personId }: Skipped,
): Promise<string[]> => {
  const lists = tx.selectFrom('plexAccounts').select('plexId')
  const reasons = because.map((code) => JSON.stringify({ code }))
  const rows = await tx
    .updateTable('watchItems')
    .set({ state: 'new', reason: null, retryAt: null })
    .where('state', '=', 'skipped')
    .where('reason', 'in', reasons)
    .where('goneAt', 'is', null)
    .$if(titleId !== undefined, (query) => query.where('titleId', '=', titleId ?? ''))
    .$if(plexIds !== undefined, (query) => query.where('plexId', 'in', plexIds ?? []))
    .$if(personId !== undefined, (query) =>
      query.where('plexId', 'in', lists.where('personId', '=', personId ?? '')),
    )
    .returning('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** How many things stand on a list, by state. */
export const countItems = async (
  db: Db,
  plexId: string,
): Promise<Partial<Record<WatchItem['state'], number>>> => {
  const rows = await db
    .selectFrom('watchItems')
    .select('state')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('plexId', '=', plexId)
    .where('goneAt', 'is', null)
    .groupBy('state')
    .execute()
  return Object.fromEntries(rows.map(({ state, count }) => [state, Number(count)]))
}
