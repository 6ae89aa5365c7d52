import type { Quality } from '../../domain/requests/request.ts'
import type { Claim } from '../../domain/seasons/claims.ts'
import { type Db, isPostgres, type Tx } from '../connect.ts'

/** Stands in the key for the whole of a season, and for the whole of a film as its season. */
const WHOLE = -1

/** Makes everybody who would ask for a title wait for this transaction, so that what it reads of its claims stays true. */
export const lockTitle = async (tx: Tx, titleId: string): Promise<void> => {
  await tx
    .selectFrom('titles')
    .select('id')
    .where('id', '=', titleId)
    .$if(isPostgres(tx), (query) => query.forUpdate())
    .execute()
}

/** What open requests hold of a title. */
export const listClaims = async (db: Db, titleId: string, quality: Quality): Promise<Claim[]> => {
  const rows = await db
    .selectFrom('claims')
    .select(['requestId', 'season', 'episode'])
    .where('titleId', '=', titleId)
    .where('quality', '=', quality)
    .orderBy('season')
    .orderBy('episode')
    .execute()
  return rows.map(({ requestId, season, episode }) => ({
    requestId,
    season,
    ...(episode === WHOLE ? {} : { episode }),
  }))
}

/** Holds parts of a title for a request; the whole of it when none are named. Throws when somebody holds one already. */
export const holdClaims = async (
  tx: Tx,
  request: Readonly<{ id: string; titleId: string; quality: Quality }>,
  parts: readonly Omit<Claim, 'requestId'>[] = [{ season: WHOLE }],
): Promise<void> => {
  await tx
    .insertInto('claims')
    .values(
      parts.map(({ season, episode = WHOLE }) => ({
        titleId: request.titleId,
        quality: request.quality,
        season,
        episode,
        requestId: request.id,
      })),
    )
    .execute()
}

/** Gives up everything that a request holds. */
export const dropClaims = async (tx: Tx, requestId: string): Promise<void> => {
  await tx.deleteFrom('claims').where('requestId', '=', requestId).execute()
}
