import type { Db } from '../../../src/db/connect.ts'

/** How many events wait to be turned into work. */
export const countWaiting = async (db: Db): Promise<number> =>
  (await db.selectFrom('outbox').select('id').where('relayedAt', 'is', null).execute()).length
