import type { Instant } from '../../platform/clock.ts'
import type { Db, Tx } from '../connect.ts'

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
