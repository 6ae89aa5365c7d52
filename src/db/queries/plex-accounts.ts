import type { Instant } from '../../platform/clock.ts'
import { type Db, isPostgres, type Tx } from '../connect.ts'
import type { PlexAccountsTable } from '../tables/database.ts'

export type PlexAccount = PlexAccountsTable

/** By the key that it is kept under. */
export const findPlexAccount = (db: Db, plexId: string): Promise<PlexAccount | undefined> =>
  db.selectFrom('plexAccounts').selectAll().where('plexId', '=', plexId).executeTakeFirst()

/** The account that owns the home's servers, as far as one was signed in. */
export const findOwnerAccount = async (
  db: Db,
  home: Readonly<{ plexOwner?: string }> | undefined,
): Promise<PlexAccount | undefined> =>
  home?.plexOwner === undefined ? undefined : findPlexAccount(db, home.plexOwner)

/** Loads an account that stays as it is until this transaction ends: who would change it waits. */
export const holdPlexAccount = (tx: Tx, plexId: string): Promise<PlexAccount | undefined> =>
  tx
    .selectFrom('plexAccounts')
    .selectAll()
    .where('plexId', '=', plexId)
    .$if(isPostgres(tx), (query) => query.forShare())
    .executeTakeFirst()

/** By what Plex says of an account: its number, its UUID, or both. */
export const recogniseAccount = async (
  db: Db,
  { id, uuid }: Readonly<{ id?: string; uuid?: string }>,
): Promise<PlexAccount | undefined> => {
  const numbered = id === undefined ? undefined : await findPlexAccount(db, id)
  return numbered ?? (uuid === undefined ? undefined : findPlexAccountByUuid(db, uuid))
}

export const findPlexAccountByUuid = (db: Db, uuid: string): Promise<PlexAccount | undefined> =>
  db.selectFrom('plexAccounts').selectAll().where('uuid', '=', uuid).executeTakeFirst()

export const findPlexAccountOf = (db: Db, personId: string): Promise<PlexAccount | undefined> =>
  db.selectFrom('plexAccounts').selectAll().where('personId', '=', personId).executeTakeFirst()

/** The accounts that Plex named when it was last asked who the owner's people are, and those that linked. */
export const listPlexAccounts = (db: Db): Promise<PlexAccount[]> =>
  db.selectFrom('plexAccounts').selectAll().orderBy('plexId').execute()

const FRESH = {
  uuid: null,
  title: null,
  relation: null,
  token: null,
  tokenRefusedAt: null,
  linkedAt: 0,
  foundAt: null,
  missed: 0,
  suspendedAt: null,
  syncs: 1,
} as const

/** What is known of an account; what is left out stays as it was. */
type KnownAccount = Pick<PlexAccount, 'plexId' | 'personId' | 'username'> & Partial<PlexAccount>

/** Stores an account; its name follows Plex, since identity is the number. */
export const savePlexAccount = async (tx: Tx, account: KnownAccount): Promise<void> => {
  const { plexId: _, ...rest } = account
  await tx
    .insertInto('plexAccounts')
    .values({ ...FRESH, ...account })
    .onConflict((conflict) => conflict.column('plexId').doUpdateSet(rest))
    .execute()
}

/** Stores an account that is new; false when another transaction just did. */
export const insertPlexAccount = async (tx: Tx, account: KnownAccount): Promise<boolean> => {
  const result = await tx
    .insertInto('plexAccounts')
    .values({ ...FRESH, ...account })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** Gives the list of one account to another, which turned out to be the same, and forgets the one. */
export const uniteAccounts = async (tx: Tx, from: string, into: string): Promise<void> => {
  const there = tx.selectFrom('watchItems').select('titleId').where('plexId', '=', into)
  await tx.deleteFrom('watchItems').where('plexId', '=', from).where('titleId', 'in', there).execute()
  await tx.updateTable('watchItems').set({ plexId: into }).where('plexId', '=', from).execute()
  const own = tx.selectFrom('watchLists').select('plexId').where('plexId', '=', into)
  await tx
    .updateTable('watchLists')
    .set({ plexId: into })
    .where('plexId', '=', from)
    .where(({ not, exists }) => not(exists(own)))
    .execute()
  await tx.deleteFrom('watchLists').where('plexId', '=', from).execute()
  await tx.deleteFrom('plexAccounts').where('plexId', '=', from).execute()
}

export const updatePlexAccount = async (
  tx: Tx,
  plexId: string,
  patch: Partial<Omit<PlexAccount, 'plexId'>>,
): Promise<void> => {
  await tx.updateTable('plexAccounts').set(patch).where('plexId', '=', plexId).execute()
}

export const setSyncs = async (tx: Tx, plexIds: readonly string[], syncs: boolean): Promise<void> => {
  await tx
    .updateTable('plexAccounts')
    .set({ syncs: syncs ? 1 : 0 })
    .where('plexId', 'in', plexIds)
    .execute()
}

/** Accounts that are suspended since before then. */
export const listLongSuspended = (db: Db, before: Instant): Promise<PlexAccount[]> =>
  db.selectFrom('plexAccounts').selectAll().where('suspendedAt', '<', before).execute()

/** Forgets a list with all that stood on it; who linked stays linked, as somebody who is nobody's friend. */
export const forgetAccount = async (tx: Tx, plexId: string): Promise<void> => {
  await tx.deleteFrom('watchItems').where('plexId', '=', plexId).execute()
  await tx.deleteFrom('watchLists').where('plexId', '=', plexId).execute()
  await tx.deleteFrom('plexAccounts').where('plexId', '=', plexId).where('linkedAt', '=', 0).execute()
  await tx
    .updateTable('plexAccounts')
    .set({ relation: null, suspendedAt: null, missed: 0, foundAt: null })
    .where('plexId', '=', plexId)
    .execute()
}
