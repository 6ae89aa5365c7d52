import type { Quality } from '../../domain/requests/request.ts'
import { type Claim, FUTURE } from '../../domain/seasons/claims.ts'
import type { Wish } from '../../domain/seasons/wish.ts'
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

/** Requests that have all they asked for, but for the seasons that come later. */
const listLater = async (db: Db, titleId: string, quality: Quality): Promise<Claim[]> => {
  const rows = await db
    .selectFrom('requests')
    .select(['id', 'wish'])
    .where('titleId', '=', titleId)
    .where('quality', '=', quality)
    .where('kind', '=', 'show')
    .where('state', '=', 'available')
    .orderBy('id')
    .execute()
  return rows.flatMap(({ id, wish }) =>
    wish !== null && (JSON.parse(wish) as Wish).future ? [{ requestId: id, season: FUTURE }] : [],
  )
}

/** What requests hold of a title: open ones all that they ask for, those that are ready what comes later. */
export const listClaims = async (db: Db, titleId: string, quality: Quality): Promise<Claim[]> => {
  const rows = await db
    .selectFrom('claims')
    .select(['requestId', 'season', 'episode'])
    .where('titleId', '=', titleId)
    .where('quality', '=', quality)
    .orderBy('season')
    .orderBy('episode')
    .execute()
  const held = rows.map(({ requestId, season, episode }) => ({
    requestId,
    season,
    ...(episode === WHOLE ? {} : { episode }),
  }))
  return [...held, ...(await listLater(db, titleId, quality))]
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
