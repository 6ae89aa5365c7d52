import type { Waiter } from '../../domain/requests/unfound.ts'
import type { Instant } from '../../platform/clock.ts'
import type { Db, Tx } from '../connect.ts'
import type { FollowersTable } from '../tables/requests.ts'

/**
 * Somebody who hears the news of a request: the one who asked, and all who joined. Without `discordId` it is somebody
 * whom only their Plex account is known of; `name` is how Plex calls them.
 */
export type Follower = Readonly<{ personId: string; discordId?: string; name?: string }>

/** False when that person follows it already. */
export const insertFollower = async (
  tx: Tx,
  requestId: string,
  { personId, discordId }: Follower,
  now: Instant,
): Promise<boolean> => {
  const result = await tx
    .insertInto('followers')
    .values({ requestId, personId, discordId: discordId ?? null, createdAt: now })
    .onConflict((conflict) => conflict.columns(['requestId', 'personId']).doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** Who asked before anybody knew their Discord account is reached by the first that was linked since. */
const rowsOf = (db: Db, requestId: string) =>
  db
    .selectFrom('followers')
    .leftJoin('plexAccounts', 'plexAccounts.personId', 'followers.personId')
    .selectAll('followers')
    .select('plexAccounts.username')
    .select((eb) =>
      eb
        .selectFrom('discordAccounts')
        .select('discordAccounts.discordId')
        .whereRef('discordAccounts.personId', '=', 'followers.personId')
        .orderBy('discordAccounts.createdAt')
        .orderBy('discordAccounts.discordId')
        .limit(1)
        .as('linked'),
    )
    .where('followers.requestId', '=', requestId)
    .orderBy('followers.createdAt')
    .orderBy('followers.discordId')
    .orderBy('followers.personId')
    .execute()

const follower = (row: Awaited<ReturnType<typeof rowsOf>>[number]): Follower => {
  const discordId = row.discordId ?? row.linked
  if (discordId !== null) return { personId: row.personId, discordId }
  return { personId: row.personId, ...(row.username === null ? {} : { name: row.username }) }
}

/** The one who asked first, then those who joined, in order. */
export const listFollowers = async (db: Db, requestId: string): Promise<Follower[]> =>
  (await rowsOf(db, requestId)).map(follower)

/** Those who follow a request, with what they were asked and chose about what isn't found. */
export const listWaiters = async (db: Db, requestId: string): Promise<(Follower & Waiter)[]> =>
  (await rowsOf(db, requestId)).map((row) => ({
    ...follower(row),
    since: row.createdAt,
    ...(row.askedAt === null ? {} : { askedAt: row.askedAt }),
    ...(row.waitsUntil === null ? {} : { waitsUntil: row.waitsUntil }),
  }))

/** Notes that somebody was asked, or until when they chose to wait. False when they don't follow the request. */
export const updateWaiter = async (
  tx: Tx,
  requestId: string,
  personId: string,
  patch: Partial<Pick<FollowersTable, 'askedAt' | 'waitsUntil'>>,
): Promise<boolean> => {
  const result = await tx
    .updateTable('followers')
    .set(patch)
    .where('requestId', '=', requestId)
    .where('personId', '=', personId)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** False when that person doesn't follow the request. */
export const deleteFollower = async (tx: Tx, requestId: string, personId: string): Promise<boolean> => {
  const result = await tx
    .deleteFrom('followers')
    .where('requestId', '=', requestId)
    .where('personId', '=', personId)
    .executeTakeFirst()
  return result.numDeletedRows > 0n
}
