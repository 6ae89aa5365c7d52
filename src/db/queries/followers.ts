import type { Waiter } from '../../domain/requests/unfound.ts'
import type { Instant } from '../../platform/clock.ts'
import type { Db, Tx } from '../connect.ts'
import type { FollowersTable } from '../tables/requests.ts'

/** Somebody who hears the news of a request: the one who asked, and all who joined. */
export type Follower = Readonly<{ personId: string; discordId: string }>

/** False when that person follows it already. */
export const insertFollower = async (
  tx: Tx,
  requestId: string,
  follower: Follower,
  now: Instant,
): Promise<boolean> => {
  const result = await tx
    .insertInto('followers')
    .values({ requestId, ...follower, createdAt: now })
    .onConflict((conflict) => conflict.columns(['requestId', 'personId']).doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** The one who asked first, then those who joined, in order. */
export const listFollowers = (db: Db, requestId: string): Promise<Follower[]> =>
  db
    .selectFrom('followers')
    .select(['personId', 'discordId'])
    .where('requestId', '=', requestId)
    .orderBy('createdAt')
    .orderBy('discordId')
    .execute()

/** Those who follow a request, with what they were asked and chose about what isn't found. */
export const listWaiters = async (db: Db, requestId: string): Promise<(Follower & Waiter)[]> => {
  const rows = await db
    .selectFrom('followers')
    .selectAll()
    .where('requestId', '=', requestId)
    .orderBy('createdAt')
    .orderBy('discordId')
    .execute()
  return rows.map(({ personId, discordId, createdAt, askedAt, waitsUntil }) => ({
    personId,
    discordId,
    since: createdAt,
    ...(askedAt === null ? {} : { askedAt }),
    ...(waitsUntil === null ? {} : { waitsUntil }),
  }))
}

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
