import type { Instant } from '../../platform/clock.ts'
import type { Ids } from '../../platform/ids.ts'
import type { Db, Tx } from '../connect.ts'
import type { DiscordAccountsTable, PeopleTable } from '../tables/database.ts'

export const findDiscordAccount = (db: Db, discordId: string): Promise<DiscordAccountsTable | undefined> =>
  db.selectFrom('discordAccounts').selectAll().where('discordId', '=', discordId).executeTakeFirst()

const USUAL_LOCALE = 'en-US'

/** The language of what everybody sees: that of whoever made this guild the home. */
export const findHomeLocale = async (
  db: Db,
  home: Readonly<{ claimedBy: string }> | undefined,
): Promise<string> => {
  const account = home && (await findDiscordAccount(db, home.claimedBy))
  return account?.locale ?? USUAL_LOCALE
}

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
  await tx.insertInto('people').values({ id, needsApproval: 0, createdAt: now }).execute()
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

/** Gives what `from` asked for, follows and excluded to `to`, who turned out to be the same person. */
export const movePossessions = async (tx: Tx, from: string, to: string): Promise<void> => {
  if ((await findPerson(tx, from))?.needsApproval === 1) await setNeedsApproval(tx, [to], true)
  await tx.updateTable('requests').set({ personId: to }).where('personId', '=', from).execute()
  const followed = tx.selectFrom('followers').select('requestId').where('personId', '=', to)
  await tx.deleteFrom('followers').where('personId', '=', from).where('requestId', 'in', followed).execute()
  await tx.updateTable('followers').set({ personId: to }).where('personId', '=', from).execute()
  const excluded = tx.selectFrom('exclusions').select('titleId').where('personId', '=', to)
  await tx.deleteFrom('exclusions').where('personId', '=', from).where('titleId', 'in', excluded).execute()
  await tx.updateTable('exclusions').set({ personId: to }).where('personId', '=', from).execute()
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

export const findPerson = (db: Db, id: string): Promise<PeopleTable | undefined> =>
  db.selectFrom('people').selectAll().where('id', '=', id).executeTakeFirst()

export const setNeedsApproval = async (
  tx: Tx,
  personIds: readonly string[],
  needsApproval: boolean,
): Promise<void> => {
  await tx
    .updateTable('people')
    .set({ needsApproval: needsApproval ? 1 : 0 })
    .where('id', 'in', personIds)
    .execute()
}
