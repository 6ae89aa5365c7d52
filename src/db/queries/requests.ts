import type { Updateable } from 'kysely'
import type {
  MediaRequest,
  Quality,
  RequestChange,
  RequestState,
  TraceStep,
  Trouble,
} from '../../domain/requests/request.ts'
import { isOpen } from '../../domain/requests/request.ts'
import type { Wish } from '../../domain/seasons/wish.ts'
import type { Instant } from '../../platform/clock.ts'
import { type Db, isPostgres, type Tx } from '../connect.ts'
import type { RequestsTable } from '../tables/requests.ts'
import { dropClaims } from './claims.ts'

const toRequest = (row: RequestsTable): MediaRequest => ({
  id: row.id,
  titleId: row.titleId,
  kind: row.kind,
  state: row.state,
  version: row.version,
  personId: row.personId,
  quality: row.quality,
  ...(row.trustedBy === null ? {} : { trustedBy: row.trustedBy }),
  ...(row.wish === null ? {} : { wish: JSON.parse(row.wish) as Wish }),
  ...(row.instanceId === null ? {} : { instanceId: row.instanceId }),
  ...(row.arrId === null ? {} : { arrId: row.arrId }),
  ...(row.profileId === null ? {} : { profileId: row.profileId }),
  ...(row.folder === null ? {} : { folder: row.folder }),
  ...(row.percent === null ? {} : { percent: row.percent }),
  ...(row.eta === null ? {} : { eta: row.eta }),
  ...(row.have === null ? {} : { have: row.have }),
  ...(row.total === null ? {} : { total: row.total }),
  ...(row.nextAt === null ? {} : { nextAt: row.nextAt }),
  ...(row.measuredAt === null ? {} : { measuredAt: row.measuredAt }),
  ...(row.trouble === null ? {} : { trouble: JSON.parse(row.trouble) as Trouble }),
  ...(row.decidedBy === null ? {} : { decidedBy: row.decidedBy }),
  ...(row.decidedAt === null ? {} : { decidedAt: row.decidedAt }),
  ...(row.reason === null ? {} : { reason: row.reason }),
  ...(row.lackingSince === null ? {} : { lackingSince: row.lackingSince }),
  ...(row.lookingSince === null ? {} : { lookingSince: row.lookingSince }),
  ...(row.askAt === null ? {} : { askAt: row.askAt }),
  ...(row.searchedAt === null ? {} : { searchedAt: row.searchedAt }),
  ...(row.upgradedAt === null ? {} : { upgradedAt: row.upgradedAt }),
  trace: JSON.parse(row.trace) as TraceStep[],
  createdAt: row.createdAt,
  updatedAt: row.updatedAt,
})

export const findRequest = async (db: Db, id: string): Promise<MediaRequest | undefined> => {
  const row = await db.selectFrom('requests').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toRequest(row)
}

/** Loads a request to change it: on PostgreSQL others wait for this transaction; SQLite has one writer anyway. */
export const lockRequest = async (tx: Tx, id: string): Promise<MediaRequest | undefined> => {
  const row = await tx
    .selectFrom('requests')
    .selectAll()
    .where('id', '=', id)
    .$if(isPostgres(tx), (query) => query.forUpdate())
    .executeTakeFirst()
  return row && toRequest(row)
}

/** The latest request for this title in this quality, whatever became of it. */
export const findLatestRequest = async (
  db: Db,
  titleId: string,
  quality: Quality,
): Promise<MediaRequest | undefined> => {
  const row = await db
    .selectFrom('requests')
    .selectAll()
    .where('titleId', '=', titleId)
    .where('quality', '=', quality)
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return row && toRequest(row)
}

/** Writes a new request. What it holds is written beside it, by `holdClaims`. */
export const insertRequest = async (tx: Tx, request: MediaRequest): Promise<void> => {
  await tx
    .insertInto('requests')
    .values({
      id: request.id,
      titleId: request.titleId,
      kind: request.kind,
      state: request.state,
      version: request.version,
      personId: request.personId,
      quality: request.quality,
      ...(request.trustedBy === undefined ? {} : { trustedBy: request.trustedBy }),
      ...(request.wish === undefined ? {} : { wish: JSON.stringify(request.wish) }),
      trace: JSON.stringify(request.trace),
      createdAt: request.createdAt,
      updatedAt: request.updatedAt,
    })
    .execute()
}

/**
 * Saves a decision on the version it was made for. A request that is over holds nothing any more.
 * False: somebody changed the request in between.
 */
export const saveChange = async (
  tx: Tx,
  request: Pick<MediaRequest, 'id' | 'version'>,
  change: RequestChange,
  now: Instant,
): Promise<boolean> => {
  const { trouble, trace, wish, ...plain } = change
  const patch: Updateable<RequestsTable> = {
    ...plain,
    ...(trouble === undefined ? {} : { trouble: trouble && JSON.stringify(trouble) }),
    ...(trace === undefined ? {} : { trace: JSON.stringify(trace) }),
    ...(wish === undefined ? {} : { wish: JSON.stringify(wish) }),
  }
  const result = await tx
    .updateTable('requests')
    .set({ ...patch, version: request.version + 1, updatedAt: now })
    .where('id', '=', request.id)
    .where('version', '=', request.version)
    .executeTakeFirst()
  if (result.numUpdatedRows === 0n) return false
  if (change.state !== undefined && !isOpen(change.state)) await dropClaims(tx, request.id)
  return true
}

/** Requests that news of one item of one instance may concern: those under way, and those that it brought. */
export const listConcerned = async (db: Db, instanceId: string, titleId: string): Promise<MediaRequest[]> => {
  const rows = await db
    .selectFrom('requests')
    .selectAll()
    .where('instanceId', '=', instanceId)
    .where('titleId', '=', titleId)
    .where('state', 'in', ['approved', 'added', 'downloading', 'available'])
    .orderBy('createdAt')
    .execute()
  return rows.map(toRequest)
}

/** Requests that what happened to one item of an instance may concern, by its number there. */
export const listByArrId = async (db: Db, instanceId: string, arrId: number): Promise<MediaRequest[]> => {
  const rows = await db
    .selectFrom('requests')
    .selectAll()
    .where('instanceId', '=', instanceId)
    .where('arrId', '=', arrId)
    .where('state', 'in', ['approved', 'added', 'downloading', 'available'])
    .orderBy('createdAt')
    .execute()
  return rows.map(toRequest)
}

const UNDER_WAY = ['added', 'downloading'] as const

/** Ids of the instances that work on a request. */
export const listAtWork = async (db: Db): Promise<string[]> => {
  const rows = await db
    .selectFrom('requests')
    .innerJoin('instances', 'instances.id', 'requests.instanceId')
    .select('instances.id')
    .distinct()
    .where('requests.state', 'in', UNDER_WAY)
    .where('instances.state', '=', 'ready')
    .orderBy('instances.id')
    .execute()
  return rows.map(({ id }) => id)
}

/** Requests that an instance works on, for asking it how far it is. */
export const listUnderWay = async (db: Db, instanceId: string): Promise<MediaRequest[]> => {
  const rows = await db
    .selectFrom('requests')
    .selectAll()
    .where('instanceId', '=', instanceId)
    .where('state', 'in', UNDER_WAY)
    .orderBy('createdAt')
    .execute()
  return rows.map(toRequest)
}

/** Ids of requests that are looked for, and where it is time to see to those who wait for them. */
export const listToAsk = async (db: Db, now: Instant, limit: number): Promise<string[]> => {
  const rows = await db
    .selectFrom('requests')
    .select('id')
    .where('state', '=', 'added')
    .where('askAt', '<=', now)
    .orderBy('askAt')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}

/** Notes when those who wait for a request are to be seen to next. */
export const setAskAt = async (tx: Tx, id: string, askAt: Instant): Promise<void> => {
  await tx.updateTable('requests').set({ askAt }).where('id', '=', id).execute()
}

/** Decided requests for copies of a quality whose instance was removed before it had them. */
export const listOrphaned = async (
  db: Db,
  kind: MediaRequest['kind'],
  quality: Quality,
): Promise<MediaRequest[]> => {
  const rows = await db
    .selectFrom('requests')
    .innerJoin('instances', 'instances.id', 'requests.instanceId')
    .selectAll('requests')
    .where('requests.kind', '=', kind)
    .where('requests.quality', '=', quality)
    .where('requests.state', '=', 'approved')
    .where('instances.state', '=', 'removed')
    .execute()
  return rows.map(toRequest)
}

/** Requests that are decided and not yet with their instance. */
export const listApproved = async (db: Db, instanceId: string): Promise<MediaRequest[]> => {
  const rows = await db
    .selectFrom('requests')
    .selectAll()
    .where('instanceId', '=', instanceId)
    .where('state', '=', 'approved')
    .execute()
  return rows.map(toRequest)
}

type RequestFilter = Readonly<{ personId?: string; states?: readonly RequestState[] }>

/** A page of requests, newest first, with how many there are in all. A person's are those they asked for or follow. */
export const pageRequests = async (
  db: Db,
  filter: RequestFilter,
  page: number,
  size: number,
): Promise<{ rows: MediaRequest[]; total: number }> => {
  const { personId, states } = filter
  const base = db
    .selectFrom('requests')
    .$if(personId !== undefined, (query) =>
      query.where('id', 'in', (sub) =>
        sub
          .selectFrom('followers')
          .select('requestId')
          .where('personId', '=', personId ?? ''),
      ),
    )
    .$if(states !== undefined, (query) => query.where('state', 'in', states ?? []))
  const [rows, count] = await Promise.all([
    base
      .selectAll()
      .orderBy('createdAt', 'desc')
      .orderBy('id', 'desc')
      .limit(size)
      .offset(page * size)
      .execute(),
    base.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow(),
  ])
  return { rows: rows.map(toRequest), total: Number(count.total) }
}
