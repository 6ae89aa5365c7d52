import { sql } from 'kysely'
import type { Instant } from '../../platform/clock.ts'
import type { Ids } from '../../platform/ids.ts'
import type { Db, Tx } from '../connect.ts'
import { inParts } from '../parts.ts'
import type { WorkTable } from '../tables/database.ts'

/** A job that is to be done: the truth of which BullMQ's job is only a copy on its way. */
export type Work = WorkTable

/** Adds work once per id: the outbox row and the job's name make the id. */
export const insertWork = async (
  tx: Tx,
  rows: readonly Pick<Work, 'id' | 'job' | 'subject' | 'dueAt'>[],
  now: Instant,
): Promise<void> => {
  for (const part of inParts(rows)) {
    await tx
      .insertInto('work')
      .values(
        part.map((row) => ({ ...row, state: 'open' as const, attempt: 1, failures: 0, createdAt: now })),
      )
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute()
  }
}

export const findWork = (db: Db, id: string): Promise<Work | undefined> =>
  db.selectFrom('work').selectAll().where('id', '=', id).executeTakeFirst()

/** Open work that isn't in Redis as far as we know: due by `until` and never queued, or queued before `lostBefore`. */
export const listUnqueued = (db: Db, until: Instant, lostBefore: Instant, limit: number): Promise<Work[]> =>
  db
    .selectFrom('work')
    .selectAll()
    .where('state', '=', 'open')
    .where('dueAt', '<=', until)
    .where((eb) => eb.or([eb('queuedAt', 'is', null), eb('queuedAt', '<', lostBefore)]))
    .orderBy('dueAt')
    .limit(limit)
    .execute()

export const markQueued = async (db: Db, ids: readonly string[], now: Instant): Promise<void> => {
  if (ids.length === 0) return
  await db
    .updateTable('work')
    .set({ queuedAt: now })
    .where('id', 'in', ids)
    .where('state', '=', 'open')
    .execute()
}

/**
 * Takes over what a process that is gone had in hand: a new attempt, so that its copies in Redis mean nothing. Only
 * for a process that knows itself to be the only one.
 */
export const takeOverWork = async (db: Db): Promise<void> => {
  await db
    .updateTable('work')
    .set({ attempt: sql<number>`attempt + 1`, queuedAt: null })
    .where('state', '=', 'open')
    .where('queuedAt', 'is not', null)
    .execute()
}

/** Forgets what was handed to Redis, because Redis is new. Returns how much that was. */
export const forgetQueued = async (db: Db): Promise<number> => {
  const result = await db
    .updateTable('work')
    .set({ queuedAt: null })
    .where('state', '=', 'open')
    .where('queuedAt', 'is not', null)
    .executeTakeFirst()
  return Number(result.numUpdatedRows)
}

export const finishWork = async (
  db: Db,
  id: string,
  state: 'done' | 'failed',
  reason: string | null,
  now: Instant,
): Promise<void> => {
  await db
    .updateTable('work')
    .set({ state, reason, finishedAt: now })
    .where('id', '=', id)
    .where('state', '=', 'open')
    .execute()
}

/** Puts an attempt back for later. `failed` counts towards giving up; waiting as told does not. */
export const postponeWork = async (
  db: Db,
  work: Pick<Work, 'id' | 'attempt'>,
  later: { dueAt: Instant; reason: string; failed: boolean },
): Promise<boolean> => {
  const result = await db
    .updateTable('work')
    .set({
      attempt: work.attempt + 1,
      failures: later.failed ? sql<number>`failures + 1` : 0,
      dueAt: later.dueAt,
      queuedAt: null,
      reason: later.reason,
    })
    .where('id', '=', work.id)
    .where('attempt', '=', work.attempt)
    .where('state', '=', 'open')
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** How much is to be done; with `dueBy` without what rests until after that, such as the next look at a watchlist. */
export const countOpenWork = async (db: Db, dueBy?: Instant): Promise<number> => {
  const row = await db
    .selectFrom('work')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('state', '=', 'open')
    .$if(dueBy !== undefined, (query) => query.where('dueAt', '<=', dueBy ?? 0))
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

/** Removes what was done before `before`, and the outbox rows and inbox bodies of that age; the keys of arrivals stay. */
export const pruneLedger = async (tx: Tx, before: Instant): Promise<void> => {
  await tx.deleteFrom('work').where('state', '=', 'done').where('finishedAt', '<', before).execute()
  await tx.deleteFrom('outbox').where('relayedAt', '<', before).execute()
  await tx
    .updateTable('inbox')
    .set({ body: '{}' })
    .where('processedAt', '<', before)
    .where('body', '!=', '{}')
    .execute()
}

/** Makes work wait for the relay again, because Redis does not have it. */
export const unmarkQueued = async (db: Db, ids: readonly string[]): Promise<void> => {
  if (ids.length === 0) return
  await db
    .updateTable('work')
    .set({ queuedAt: null })
    .where('id', 'in', ids)
    .where('state', '=', 'open')
    .execute()
}

/**
 * Brings forward to now whatever of these jobs waits for an instance: its own visits, and what is to be done there for
 * its requests and its webhooks that nobody has read.
 */
export const hastenWorkAt = async (
  tx: Tx,
  jobs: readonly string[],
  instanceId: string,
  now: Instant,
): Promise<void> => {
  await tx
    .updateTable('work')
    .set({ attempt: sql<number>`attempt + 1`, failures: 0, dueAt: now, queuedAt: null })
    .where('job', 'in', jobs)
    .where('state', '=', 'open')
    .where('dueAt', '>', now)
    .where(({ eb, exists, or, selectFrom }) =>
      or([
        eb('work.subject', '=', instanceId),
        exists(
          selectFrom('requests')
            .select('requests.id')
            .whereRef('requests.id', '=', 'work.subject')
            .where('requests.instanceId', '=', instanceId),
        ),
        exists(
          selectFrom('inbox')
            .select('inbox.id')
            .whereRef('inbox.id', '=', 'work.subject')
            .where('inbox.instanceId', '=', instanceId),
        ),
      ]),
    )
    .execute()
}

/** Brings open work of a job forward to now: somebody waits for it. */
export const hastenWork = async (tx: Tx, job: string, subject: string, now: Instant): Promise<void> => {
  await tx
    .updateTable('work')
    .set({ attempt: sql<number>`attempt + 1`, failures: 0, dueAt: now, queuedAt: null })
    .where('job', '=', job)
    .where('subject', '=', subject)
    .where('state', '=', 'open')
    .where('dueAt', '>', now)
    .execute()
}

/** Brings all open work of a job forward to now. */
export const hastenJob = async (tx: Tx, job: string, now: Instant): Promise<void> => {
  await tx
    .updateTable('work')
    .set({ attempt: sql<number>`attempt + 1`, failures: 0, dueAt: now, queuedAt: null })
    .where('job', '=', job)
    .where('state', '=', 'open')
    .where('dueAt', '>', now)
    .execute()
}

/** What open work of a job is about. */
export const listOpenSubjects = async (db: Db, job: string): Promise<string[]> => {
  const rows = await db
    .selectFrom('work')
    .select('subject')
    .where('job', '=', job)
    .where('state', '=', 'open')
    .execute()
  return rows.map(({ subject }) => subject)
}

/** A job that is to be under way for each of some subjects; what is added is due now, or as told by its number. */
export type Standing = Readonly<{
  job: string
  subjects: readonly string[]
  dueAt?: (at: number) => Instant
}>

/** Adds work, unless the same is under way: open, whatever it waits for. The value is how much was added. */
export const ensureWork = async (
  tx: Tx,
  { job, subjects, dueAt = () => now }: Standing,
  now: Instant,
  ids: Ids,
): Promise<number> => {
  if (subjects.length === 0) return 0
  const open = new Set(await listOpenSubjects(tx, job))
  const missing = subjects.filter((subject) => !open.has(subject))
  await insertWork(
    tx,
    missing.map((subject, at) => ({ id: `${ids.next(now)}.${job}`, job, subject, dueAt: dueAt(at) })),
    now,
  )
  return missing.length
}
