import type { Instant } from '../../platform/clock.ts'
import type { Db } from '../connect.ts'

/**
 * Takes or renews a lease, so that one process at a time does a thing; false while another holds it. One that lasts
 * far longer than anybody takes it for was taken before the clock was set back, and counts as over.
 */
export const takeLease = async (
  db: Db,
  name: string,
  owner: string,
  now: Instant,
  until: Instant,
): Promise<boolean> => {
  const result = await db
    .insertInto('leases')
    .values({ name, owner, until })
    .onConflict((conflict) =>
      conflict
        .column('name')
        .doUpdateSet({ owner, until })
        .where((eb) =>
          eb.or([
            eb('leases.owner', '=', owner),
            eb('leases.until', '<', now),
            eb('leases.until', '>', 2 * until - now),
          ]),
        ),
    )
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

export const dropLease = async (db: Db, name: string, owner: string): Promise<void> => {
  await db.deleteFrom('leases').where('name', '=', name).where('owner', '=', owner).execute()
}
