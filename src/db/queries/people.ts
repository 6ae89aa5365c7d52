import type { Instant } from '../../platform/clock.ts'
import type { Ids } from '../../platform/ids.ts'
import type { Db, Tx } from '../connect.ts'
import type { DiscordAccountsTable, PlexAccountsTable } from '../tables/database.ts'

export const findDiscordAccount = (db: Db, discordId: string): Promise<DiscordAccountsTable | undefined> =>
  db.selectFrom('discordAccounts').selectAll().where('discordId', '=', discordId).executeTakeFirst()

/** The person behind a Discord account, made when we first meet them. Keeps the language up to date for later DMs. */
export const meetPerson = async (
  tx: Tx,
  discordId: string,
  locale: string,
  now: Instant,
  ids: Ids,
): Promise<string> => {
  const known = await findDiscordAccount(tx, discordId)
  if (known !== undefined) {
    if (known.locale !== locale) {
      await tx.updateTable('discordAccounts').set({ locale }).where('discordId', '=', discordId).execute()
    }
    return known.personId
  }
  const personId = await insertPerson(tx, now, ids)
  await tx
    .insertInto('discordAccounts')
    .values({ discordId, personId, locale, createdAt: now })
    .onConflict((conflict) => conflict.column('discordId').doNothing())
    .execute()
  const met = await findDiscordAccount(tx, discordId)
  return met?.personId ?? personId
}

export const insertPerson = async (tx: Tx, now: Instant, ids: Ids): Promise<string> => {
  const id = ids.next(now)
  await tx.insertInto('people').values({ id, createdAt: now }).execute()
  return id
}

export const listDiscordAccounts = (db: Db, personId: string): Promise<DiscordAccountsTable[]> =>
  db
    .selectFrom('discordAccounts')
    .selectAll()
    .where('personId', '=', personId)
    .orderBy('createdAt')
    .orderBy('discordId')
    .execute()

export const setPerson = async (tx: Tx, discordId: string, personId: string): Promise<void> => {
  await tx.updateTable('discordAccounts').set({ personId }).where('discordId', '=', discordId).execute()
}

/** Remembers that direct messages to this account are refused (or, with null, accepted again). */
export const setDmClosed = async (tx: Tx, discordId: string, at: Instant | null): Promise<void> => {
  await tx.updateTable('discordAccounts').set({ dmClosedAt: at }).where('discordId', '=', discordId).execute()
}

export const setDmChannel = async (tx: Tx, discordId: string, dmChannel: string): Promise<void> => {
  await tx.updateTable('discordAccounts').set({ dmChannel }).where('discordId', '=', discordId).execute()
}

/** Gives what `from` asked for and follows to `to`, who turned out to be the same person. */
export const movePossessions = async (tx: Tx, from: string, to: string): Promise<void> => {
  await tx.updateTable('requests').set({ personId: to }).where('personId', '=', from).execute()
  const followed = tx.selectFrom('followers').select('requestId').where('personId', '=', to)
  await tx.deleteFrom('followers').where('personId', '=', from).where('requestId', 'in', followed).execute()
  await tx.updateTable('followers').set({ personId: to }).where('personId', '=', from).execute()
  const told = tx
    .selectFrom('deliveries as theirs')
    .select('theirs.id')
    .where('theirs.personId', '=', from)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('deliveries as mine')
          .select('mine.id')
          .where('mine.personId', '=', to)
          .whereRef('mine.kind', '=', 'theirs.kind')
          .whereRef('mine.subject', '=', 'theirs.subject'),
      ),
    )
  await tx.deleteFrom('deliveries').where('id', 'in', told).execute()
  await tx.updateTable('deliveries').set({ personId: to }).where('personId', '=', from).execute()
}

export const findPlexAccount = (db: Db, plexId: string): Promise<PlexAccountsTable | undefined> =>
  db.selectFrom('plexAccounts').selectAll().where('plexId', '=', plexId).executeTakeFirst()

export const findPlexAccountOf = (db: Db, personId: string): Promise<PlexAccountsTable | undefined> =>
  db.selectFrom('plexAccounts').selectAll().where('personId', '=', personId).executeTakeFirst()

/** Stores a proven Plex account; the name follows Plex, since identity is the id. */
export const savePlexAccount = async (tx: Tx, account: PlexAccountsTable): Promise<void> => {
  const { plexId: _, ...rest } = account
  await tx
    .insertInto('plexAccounts')
    .values(account)
    .onConflict((conflict) => conflict.column('plexId').doUpdateSet(rest))
    .execute()
}

export const deletePlexAccount = async (tx: Tx, plexId: string): Promise<void> => {
  await tx.deleteFrom('plexAccounts').where('plexId', '=', plexId).execute()
}
