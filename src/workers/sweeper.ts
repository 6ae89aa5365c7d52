import { planVisits } from '../actions/setup/plan-visits.ts'
import type { Db } from '../db/connect.ts'
import { dropLease, takeLease } from '../db/queries/leases.ts'
import { listSchedules, moveSchedule } from '../db/queries/schedules.ts'
import { forgetQueued, insertWork, listUnqueued, unmarkQueued, type Work } from '../db/queries/work.ts'
import { type Clock, SECOND } from '../platform/clock.ts'
import type { Ids } from '../platform/ids.ts'
import type { Log } from '../platform/logger.ts'
import { noticeAbsence } from './absence.ts'
import { schedules } from './schedules.ts'
import { actAs } from './system.ts'

const EVERY_MS = 2 * SECOND
const LEASE_MS = 15 * SECOND
/** Work that was handed to Redis this long ago and is still open is looked for there. */
const LOST_AFTER_MS = 30 * SECOND
const BATCH = 500

/** What the sweeper asks of the queues. */
export type Carrier = Readonly<{
  /** Whether this is still the Redis that we filled; false once after it was emptied or replaced. */
  isSameRedis(): Promise<boolean>
  /** Those of `work` that are not in Redis. */
  missing(work: readonly Work[]): Promise<Work[]>
}>

type Deps = Readonly<{
  db: Db
  clock: Clock
  ids: Ids
  log: Log
  carrier: Carrier
  poke(): void
  owner: string
}>

/** Starts what a schedule says is due, once however many processes look. */
export const startDueSchedules = async ({
  db,
  clock,
  ids,
}: Pick<Deps, 'db' | 'clock' | 'ids'>): Promise<void> => {
  const now = clock.now()
  const known = await listSchedules(db)
  for (const [job, everyMs] of Object.entries(schedules)) {
    const dueAt = known.get(job)
    // Due later than its pause is long: the machine's clock was set back.
    if (dueAt !== undefined && dueAt > now && dueAt <= now + everyMs) continue
    await db.transaction().execute(async (tx) => {
      if (!(await moveSchedule(tx, job, dueAt, now + everyMs))) return
      await insertWork(tx, [{ id: `${ids.next(now)}.${job}`, job, subject: job, dueAt: now }], now)
    })
  }
}

/** Finds work that Redis lost and makes it wait for the relay again. */
export const recoverLostWork = async ({ db, clock, carrier, log }: Deps): Promise<void> => {
  if (!(await carrier.isSameRedis())) {
    const count = await forgetQueued(db)
    if (count > 0) log.warn({ count }, 'Redis is new or was emptied; its work is handed over again')
    return
  }
  const now = clock.now()
  const old = (await listUnqueued(db, now, now - LOST_AFTER_MS, BATCH)).filter(
    (work) => work.queuedAt !== null,
  )
  const missing = await carrier.missing(old)
  if (missing.length > 0) {
    log.warn({ count: missing.length }, 'work was missing from Redis; handing it over again')
    await unmarkQueued(
      db,
      missing.map((work) => work.id),
    )
  }
}

/**
 * The timer that rebuilds everything Redis carries, under a lease in SQL so that one process at a time does it.
 * It is a timer here and not a schedule in Redis, which would vanish with what it is to restore.
 */
export const startSweeper = (deps: Deps): { stop(): Promise<void> } => {
  const { db, clock, log, owner } = deps
  const stopping = new AbortController()

  // Whoever starts reads what happened before; how long that was is for others to say.
  let isFirst = true

  const sweep = async (): Promise<void> => {
    const now = clock.now()
    if (!(await takeLease(db, 'sweeper', owner, now, now + LEASE_MS))) return
    await noticeAbsence(deps)
    await startDueSchedules(deps)
    if (isFirst) await planVisits(deps, actAs('sweeper'), { job: 'reconcile-instance' })
    isFirst = false
    await recoverLostWork(deps)
    deps.poke()
  }

  const run = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      await sweep().catch((err: unknown) => log.debug({ err }, 'the sweeper will look again'))
      await clock.sleep(EVERY_MS, stopping.signal).catch(() => undefined)
    }
    await dropLease(db, 'sweeper', owner).catch(() => undefined)
  }

  const running = run()
  return {
    stop: async () => {
      stopping.abort()
      await running
    },
  }
}
