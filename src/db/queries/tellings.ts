import type { MediaRequest } from '../../domain/requests/request.ts'
import type { EpisodeRef } from '../../domain/seasons/wish.ts'
import type { Instant } from '../../platform/clock.ts'
import type { Db, Tx } from '../connect.ts'
import type { TellingsTable } from '../tables/requests.ts'

/** A window in which what arrives of a show is gathered, to be told at `dueAt` as one message. */
export type Telling = Omit<TellingsTable, 'whole'> & Readonly<{ whole: readonly number[] }>

const toTelling = ({ whole, ...row }: TellingsTable): Telling => ({
  ...row,
  whole: JSON.parse(whole) as number[],
})

export const findTelling = async (db: Db, id: string): Promise<Telling | undefined> => {
  const row = await db.selectFrom('tellings').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toTelling(row)
}

/** The window of a request that is open now; there is one at most. */
export const findOpenTelling = async (db: Db, requestId: string): Promise<Telling | undefined> => {
  const row = await db
    .selectFrom('tellings')
    .selectAll()
    .where('requestId', '=', requestId)
    .where('flushedAt', 'is', null)
    .executeTakeFirst()
  return row && toTelling(row)
}

export const insertTelling = async (
  tx: Tx,
  { whole, ...telling }: Pick<Telling, 'id' | 'requestId' | 'openedAt' | 'dueAt' | 'whole'>,
): Promise<void> => {
  await tx
    .insertInto('tellings')
    .values({ ...telling, whole: JSON.stringify(whole) })
    .execute()
}

/** More arrived: the window ends at another time, and other seasons may be whole. */
export const moveTelling = async (
  tx: Tx,
  id: string,
  { dueAt, whole }: Pick<Telling, 'dueAt' | 'whole'>,
): Promise<void> => {
  await tx
    .updateTable('tellings')
    .set({ dueAt, whole: JSON.stringify(whole) })
    .where('id', '=', id)
    .where('flushedAt', 'is', null)
    .execute()
}

/** Closes a window. False when it was closed already. */
export const closeTelling = async (tx: Tx, id: string, now: Instant): Promise<boolean> => {
  const result = await tx
    .updateTable('tellings')
    .set({ flushedAt: now })
    .where('id', '=', id)
    .where('flushedAt', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** Every episode of a request that was told, is about to be, or was there from the start. */
export const listToldEpisodes = (db: Db, requestId: string): Promise<EpisodeRef[]> =>
  db.selectFrom('toldEpisodes').select(['season', 'episode']).where('requestId', '=', requestId).execute()

/** What one window tells, in order. */
export const listEpisodesOf = (db: Db, tellingId: string): Promise<EpisodeRef[]> =>
  db
    .selectFrom('toldEpisodes')
    .select(['season', 'episode'])
    .where('tellingId', '=', tellingId)
    .orderBy('season')
    .orderBy('episode')
    .execute()

/**
 * What somebody was told, or is about to be, of a show since `since`, in one quality: by the windows of any request
 * that they follow.
 */
export const listHeard = (
  db: Db,
  personId: string,
  { titleId, quality }: Pick<MediaRequest, 'titleId' | 'quality'>,
  since: Instant,
): Promise<EpisodeRef[]> =>
  db
    .selectFrom('requests')
    .innerJoin('tellings', 'tellings.requestId', 'requests.id')
    .innerJoin('deliveries', 'deliveries.subject', 'tellings.id')
    .innerJoin('toldEpisodes', 'toldEpisodes.tellingId', 'tellings.id')
    .select(['toldEpisodes.season', 'toldEpisodes.episode'])
    .where('requests.titleId', '=', titleId)
    .where('requests.quality', '=', quality)
    .where('tellings.flushedAt', '>=', since)
    .where('deliveries.personId', '=', personId)
    .where('deliveries.state', '!=', 'failed')
    .execute()

/** Forgets what was there before anybody waited for it: it is to be looked at anew, or elsewhere. */
export const forgetEpisodes = async (tx: Tx, requestId: string): Promise<void> => {
  await tx
    .deleteFrom('toldEpisodes')
    .where('requestId', '=', requestId)
    .where('tellingId', 'is', null)
    .execute()
}

/** As many as one statement holds on every database. */
const BATCH = 200

/** Notes episodes as told in a window, or, without one, as no news. Those noted before stay where they are. */
export const noteEpisodes = async (
  tx: Tx,
  requestId: string,
  episodes: readonly EpisodeRef[],
  tellingId: string | null,
): Promise<void> => {
  for (let from = 0; from < episodes.length; from += BATCH) {
    await tx
      .insertInto('toldEpisodes')
      .values(
        episodes
          .slice(from, from + BATCH)
          .map(({ season, episode }) => ({ requestId, season, episode, tellingId })),
      )
      .onConflict((conflict) => conflict.columns(['requestId', 'season', 'episode']).doNothing())
      .execute()
  }
}
