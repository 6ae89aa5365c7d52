import type { Updateable } from 'kysely'
import type {
  MediaRequest,
  RequestChange,
  RequestState,
  TraceStep,
  Trouble,
} from '../../domain/requests/request.ts'
import { OPEN_STATES } from '../../domain/requests/request.ts'
import type { Instant } from '../../platform/clock.ts'
import { type Db, isPostgres, type Tx } from '../connect.ts'
import type { RequestsTable } from '../tables/database.ts'

const toRequest = (row: RequestsTable): MediaRequest => ({
  id: row.id,
  titleId: row.titleId,
  kind: row.kind,
  state: row.state,
  version: row.version,
  personId: row.personId,
  ...(row.instanceId === null ? {} : { instanceId: row.instanceId }),
  ...(row.arrId === null ? {} : { arrId: row.arrId }),
  ...(row.profileId === null ? {} : { profileId: row.profileId }),
  ...(row.folder === null ? {} : { folder: row.folder }),
  ...(row.percent === null ? {} : { percent: row.percent }),
  ...(row.eta === null ? {} : { eta: row.eta }),
  ...(row.trouble === null ? {} : { trouble: JSON.parse(row.trouble) as Trouble }),
  ...(row.decidedBy === null ? {} : { decidedBy: row.decidedBy }),
  ...(row.decidedAt === null ? {} : { decidedAt: row.decidedAt }),
  ...(row.reason === null ? {} : { reason: row.reason }),
  ...(row.searchedAt === null ? {} : { searchedAt: row.searchedAt }),
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

/** The request for this title that is still under way, if any; at most one exists. */
export const findOpenRequest = async (db: Db, titleId: string): Promise<MediaRequest | undefined> => {
  const row = await db
    .selectFrom('requests')
    .selectAll()
    .where('titleId', '=', titleId)
    .where('state', 'in', OPEN_STATES)
    .executeTakeFirst()
  return row && toRequest(row)
}

/** The latest request for this title, whatever became of it. */
export const findLatestRequest = async (db: Db, titleId: string): Promise<MediaRequest | undefined> => {
  const row = await db
    .selectFrom('requests')
    .selectAll()
    .where('titleId', '=', titleId)
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return row && toRequest(row)
}

/** False when an open request for the title exists already (a double press, or two people at once). */
export const insertRequest = async (tx: Tx, request: MediaRequest): Promise<boolean> => {
  const result = await tx
    .insertInto('requests')
    .values({
      id: request.id,
      titleId: request.titleId,
      kind: request.kind,
      state: request.state,
      version: request.version,
      personId: request.personId,
      trace: JSON.stringify(request.trace),
      createdAt: request.createdAt,
      updatedAt: request.updatedAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** Saves a decision on the version it was made for. False: somebody changed the request in between. */
export const saveChange = async (
  tx: Tx,
  request: Pick<MediaRequest, 'id' | 'version'>,
  change: RequestChange,
  now: Instant,
): Promise<boolean> => {
  const { trouble, trace, ...plain } = change
  const patch: Updateable<RequestsTable> = {
    ...plain,
    ...(trouble === undefined ? {} : { trouble: trouble && JSON.stringify(trouble) }),
    ...(trace === undefined ? {} : { trace: JSON.stringify(trace) }),
  }
  const result = await tx
    .updateTable('requests')
    .set({ ...patch, version: request.version + 1, updatedAt: now })
    .where('id', '=', request.id)
    .where('version', '=', request.version)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** Requests that wait for news of one item of one instance. */
export const listAwaiting = async (db: Db, instanceId: string, titleId: string): Promise<MediaRequest[]> => {
  const rows = await db
    .selectFrom('requests')
    .selectAll()
    .where('instanceId', '=', instanceId)
    .where('titleId', '=', titleId)
    .where('state', 'in', ['approved', 'added', 'downloading'])
    .execute()
  return rows.map(toRequest)
}

/** Requests that an instance works on, for asking it how far it is. */
export const listUnderWay = async (db: Db, instanceId: string): Promise<MediaRequest[]> => {
  const rows = await db
    .selectFrom('requests')
    .selectAll()
    .where('instanceId', '=', instanceId)
    .where('state', 'in', ['added', 'downloading'])
    .orderBy('createdAt')
    .execute()
  return rows.map(toRequest)
}

/** Decided requests of a kind whose instance was removed before it had them. */
export const listOrphaned = async (db: Db, kind: MediaRequest['kind']): Promise<MediaRequest[]> => {
  const rows = await db
    .selectFrom('requests')
    .innerJoin('instances', 'instances.id', 'requests.instanceId')
    .selectAll('requests')
    .where('requests.kind', '=', kind)
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

export type RequestFilter = Readonly<{ personId?: string; states?: readonly RequestState[] }>

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
