import type { Instant } from '../../platform/clock.ts'
import type { Db, Tx } from '../connect.ts'

/** Who a title is excluded for when it is excluded for all. */
const ALL = ''

export type Exclusion = Readonly<{ titleId: string; forAll: boolean; by: string; createdAt: Instant }>

/** Whether a title is excluded for this person, and for all. */
export const exclusionsOf = async (
  db: Db,
  titleId: string,
  personId: string,
): Promise<Readonly<{ person: boolean; all: boolean }>> => {
  const rows = await db
    .selectFrom('exclusions')
    .select('personId')
    .where('titleId', '=', titleId)
    .where('personId', 'in', [ALL, personId])
    .execute()
  return {
    person: rows.some((row) => row.personId === personId),
    all: rows.some((row) => row.personId === ALL),
  }
}

/** Whether a title is never asked for from watchlists: by nobody, or not by this person. */
export const findExclusion = async (
  db: Db,
  titleId: string,
  personId: string,
): Promise<'all' | 'person' | undefined> => {
  const { person, all } = await exclusionsOf(db, titleId, personId)
  if (all) return 'all'
  return person ? 'person' : undefined
}

/** False when it was excluded already. Without `personId`: for all. */
export const insertExclusion = async (
  tx: Tx,
  titleId: string,
  personId: string | undefined,
  by: string,
  now: Instant,
): Promise<boolean> => {
  const result = await tx
    .insertInto('exclusions')
    .values({ titleId, personId: personId ?? ALL, by, createdAt: now })
    .onConflict((conflict) => conflict.columns(['titleId', 'personId']).doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** False when it wasn't excluded. Without `personId`: for all. */
export const deleteExclusion = async (
  tx: Tx,
  titleId: string,
  personId: string | undefined,
): Promise<boolean> => {
  const result = await tx
    .deleteFrom('exclusions')
    .where('titleId', '=', titleId)
    .where('personId', '=', personId ?? ALL)
    .executeTakeFirst()
  return result.numDeletedRows > 0n
}

/** A page of what a person excluded, and of what is excluded for all; newest first. */
export const pageExclusions = async (
  db: Db,
  personId: string,
  page: number,
  size: number,
): Promise<{ rows: Exclusion[]; total: number }> => {
  const base = db.selectFrom('exclusions').where('personId', 'in', [ALL, personId])
  const [rows, count] = await Promise.all([
    base
      .selectAll()
      .orderBy('createdAt', 'desc')
      .orderBy('titleId')
      .limit(size)
      .offset(page * size)
      .execute(),
    base.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow(),
  ])
  return {
    rows: rows.map((row) => ({
      titleId: row.titleId,
      forAll: row.personId === ALL,
      by: row.by,
      createdAt: row.createdAt,
    })),
    total: Number(count.total),
  }
}
