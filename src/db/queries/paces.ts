import type { Bucket } from '../../domain/watchlists/pace.ts'
import type { Instant } from '../../platform/clock.ts'
import { type Db, isPostgres, type Tx } from '../connect.ts'
import type { PacesTable } from '../tables/watchlists.ts'

export type Pace = PacesTable

/** How much may be asked of a service; undefined before the first call. */
export const findPace = (db: Db, name: string): Promise<Pace | undefined> =>
  db.selectFrom('paces').selectAll().where('name', '=', name).executeTakeFirst()

/** Loads it to take from it: others wait for this transaction. */
export const lockPace = async (tx: Tx, name: string, fresh: Bucket): Promise<Pace> => {
  await tx
    .insertInto('paces')
    .values({ name, ...fresh })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute()
  return tx
    .selectFrom('paces')
    .selectAll()
    .where('name', '=', name)
    .$if(isPostgres(tx), (query) => query.forUpdate())
    .executeTakeFirstOrThrow()
}

/** Notes what is left of it. */
export const fill = async (tx: Tx, { name }: Pace, bucket: Bucket): Promise<void> => {
  await tx.updateTable('paces').set(bucket).where('name', '=', name).execute()
}

/** Notes until when a service asked us to wait; the longest such wish counts. */
export const pause = async (tx: Tx, pace: Pace, until: Instant): Promise<void> => {
  if ((pace.pausedUntil ?? 0) >= until) return
  await tx.updateTable('paces').set({ pausedUntil: until }).where('name', '=', pace.name).execute()
}
