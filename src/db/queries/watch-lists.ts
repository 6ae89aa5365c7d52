import { isSignedIn } from '../../domain/people/sign-in.ts'
import type { Instant } from '../../platform/clock.ts'
import { type Db, isPostgres, type Tx } from '../connect.ts'
import type { WatchListsTable } from '../tables/watchlists.ts'

export type WatchList = WatchListsTable

/** The list of a Plex account with what of the account decides how it is read. */
export type ReadableList = WatchList &
  Readonly<{
    personId: string
    uuid: string | null
    isSynced: boolean
    isSuspended: boolean
    isSignedIn: boolean
    relation: 'owner' | 'friend' | 'home' | null
    foundAt: Instant | null
  }>

const readable = (db: Db) =>
  db
    .selectFrom('watchLists')
    .innerJoin('plexAccounts', 'plexAccounts.plexId', 'watchLists.plexId')
    .selectAll('watchLists')
    .select([
      'plexAccounts.personId',
      'plexAccounts.uuid',
      'plexAccounts.syncs',
      'plexAccounts.suspendedAt',
      'plexAccounts.token',
      'plexAccounts.tokenRefusedAt',
      'plexAccounts.linkedAt',
      'plexAccounts.relation',
      'plexAccounts.foundAt',
    ])

type Row = Awaited<ReturnType<ReturnType<typeof readable>['executeTakeFirstOrThrow']>>

const toList = ({ syncs, suspendedAt, token, tokenRefusedAt, linkedAt, ...row }: Row): ReadableList => ({
  ...row,
  isSignedIn: isSignedIn({ token, tokenRefusedAt, linkedAt }),
  isSynced: syncs === 1,
  isSuspended: suspendedAt !== null,
})

export const findList = async (db: Db, plexId: string): Promise<ReadableList | undefined> => {
  const row = await readable(db).where('watchLists.plexId', '=', plexId).executeTakeFirst()
  return row && toList(row)
}

/** Loads a list to note what was read of it; others who read it wait for this transaction. */
export const lockList = async (tx: Tx, plexId: string): Promise<ReadableList | undefined> => {
  await tx
    .selectFrom('watchLists')
    .select('plexId')
    .where('plexId', '=', plexId)
    .$if(isPostgres(tx), (query) => query.forUpdate())
    .execute()
  return findList(tx, plexId)
}

/** The lists that are read: those of people who are not suspended and whose list is asked for. */
export const listReadLists = async (db: Db): Promise<ReadableList[]> => {
  const rows = await readable(db)
    .where('plexAccounts.syncs', '=', 1)
    .where('plexAccounts.suspendedAt', 'is', null)
    .orderBy('watchLists.plexId')
    .execute()
  return rows.map(toList)
}

/** All of them, those that are not read as well. */
export const listLists = async (db: Db): Promise<ReadableList[]> =>
  (await readable(db).orderBy('watchLists.plexId').execute()).map(toList)

/** How many lists are read at all, for spreading the checks of them. */
export const countReadLists = async (db: Db): Promise<number> => {
  const row = await db
    .selectFrom('watchLists')
    .innerJoin('plexAccounts', 'plexAccounts.plexId', 'watchLists.plexId')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('plexAccounts.syncs', '=', 1)
    .where('plexAccounts.suspendedAt', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

/** Has a list read by `access`, due at once, where none was kept; false when one was, which stays as it is. */
export const insertList = async (
  tx: Tx,
  plexId: string,
  access: WatchList['access'],
  now: Instant,
): Promise<boolean> => {
  const result = await tx
    .insertInto('watchLists')
    .values({
      plexId,
      access,
      newest: '[]',
      pass: 0,
      passSeen: 0,
      passSkipped: 0,
      passDue: now,
      emptyPasses: 0,
    })
    .onConflict((conflict) => conflict.column('plexId').doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** Has a list read by `access` from now on, due at once, whether it was kept already or not. */
export const openList = async (
  tx: Tx,
  plexId: string,
  access: WatchList['access'],
  now: Instant,
): Promise<void> => {
  if (await insertList(tx, plexId, access, now)) return
  await updateList(tx, plexId, { access, etag: null, trouble: null, passDue: now })
}

export const updateList = async (
  tx: Tx,
  plexId: string,
  patch: Partial<Omit<WatchList, 'plexId'>>,
): Promise<void> => {
  await tx.updateTable('watchLists').set(patch).where('plexId', '=', plexId).execute()
}
