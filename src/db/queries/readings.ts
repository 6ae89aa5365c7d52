import type { Reading } from '../../domain/instances/reading.ts'
import { OPEN_STATES } from '../../domain/requests/request.ts'
import type { Instant } from '../../platform/clock.ts'
import type { Db, Tx } from '../connect.ts'

export const findReading = async (db: Db, instanceId: string): Promise<Reading | undefined> => {
  const row = await db
    .selectFrom('readings')
    .select(['readTo', 'seen'])
    .where('instanceId', '=', instanceId)
    .executeTakeFirst()
  return row && { readTo: row.readTo, seen: JSON.parse(row.seen) as number[] }
}

/** Keeps how far an instance's history is read. Of two that were at it at once, the one that got further counts. */
export const saveReading = async (
  tx: Tx,
  instanceId: string,
  { readTo, seen }: Reading,
  now: Instant,
): Promise<void> => {
  const row = { readTo, seen: JSON.stringify(seen), readAt: now }
  await tx
    .insertInto('readings')
    .values({ instanceId, ...row })
    .onConflict((conflict) =>
      conflict.column('instanceId').doUpdateSet(row).where('readings.readTo', '<=', readTo),
    )
    .execute()
}

/**
 * Instances whose history is to be read: those where something is open, and those that were not read since `before`.
 * One that was read later than now, before our clock was set back, is among them.
 */
export const listToRead = async (db: Db, before: Instant, now: Instant): Promise<string[]> => {
  const rows = await db
    .selectFrom('instances')
    .leftJoin('readings', 'readings.instanceId', 'instances.id')
    .select('instances.id')
    .where('instances.state', '=', 'ready')
    .where((eb) =>
      eb.or([
        eb('readings.readAt', 'is', null),
        eb('readings.readAt', '<=', before),
        eb('readings.readAt', '>', now),
        eb.exists(
          eb
            .selectFrom('requests')
            .select('requests.id')
            .whereRef('requests.instanceId', '=', 'instances.id')
            .where('requests.state', 'in', OPEN_STATES),
        ),
      ]),
    )
    .orderBy('instances.createdAt')
    .orderBy('instances.id')
    .execute()
  return rows.map(({ id }) => id)
}
