import type { Db } from '../db/connect.ts'
import { isAnyWaiting, markRelayed, takeOutbox } from '../db/queries/outbox.ts'
import { insertWork, listUnqueued, markQueued, unmarkQueued, type Work } from '../db/queries/work.ts'
import type { Clock } from '../platform/clock.ts'
import type { Log } from '../platform/logger.ts'
import { reactions } from './reactions.ts'

const BATCH = 200
const POLL_MS = 1_000

/** Hands work to its queue; rejects when Redis is away. */
export type Enqueue = (work: readonly Work[]) => Promise<void>

type Relay = {
  /** Wakes the relay: something was committed. */
  poke(): void
  stop(): Promise<void>
}

type Deps = Readonly<{ db: Db; clock: Clock; log: Log; enqueue: Enqueue }>

/** Turns waiting outbox rows into rows of work, by the table of reactions. Returns how many there were. */
export const expandOutbox = async (db: Db, clock: Clock): Promise<number> => {
  // Mostly nothing waits, and to know that nobody is kept from writing.
  if (!(await isAnyWaiting(db))) return 0
  return db.transaction().execute(async (tx) => {
    const now = clock.now()
    const rows = await takeOutbox(tx, BATCH)
    const work = rows.flatMap((row) =>
      // An event of a version that knew more of them has no reactions here, and must not hold up the others.
      (reactions[row.name] ?? []).map((job) => ({
        id: `${row.id}.${job}`,
        job,
        subject: row.subject,
        dueAt: now,
      })),
    )
    await insertWork(tx, work, now)
    await markRelayed(
      tx,
      rows.map((row) => row.id),
      now,
    )
    return rows.length
  })
}

/** Hands due work that isn't in Redis to the queues. Returns how many; with Redis away it rejects and nothing is lost. */
export const queueDueWork = async ({ db, clock, enqueue }: Deps): Promise<number> => {
  const now = clock.now()
  const due = await listUnqueued(db, now, 0, BATCH)
  if (due.length === 0) return 0
  const ids = due.map((work) => work.id)
  // Marked before adding: a job that is done within the call must not be marked queued afterwards.
  await markQueued(db, ids, now)
  try {
    await enqueue(due)
  } catch (error) {
    await unmarkQueued(db, ids)
    throw error
  }
  return due.length
}

/**
 * Moves what was committed towards its workers: at once when poked, else every second.
 */
export const startRelay = (deps: Deps): Relay => {
  const { db, clock, log } = deps
  const stopping = new AbortController()
  let wake: () => void = () => undefined
  let poked = false

  const pump = async (): Promise<void> => {
    while ((await expandOutbox(db, clock)) === BATCH);
    while ((await queueDueWork(deps)) === BATCH);
  }

  const idle = (): Promise<void> =>
    new Promise((resolve) => {
      wake = resolve
      if (poked || stopping.signal.aborted) return resolve()
      clock.sleep(POLL_MS, stopping.signal).then(resolve, resolve)
    })

  const run = async (): Promise<void> => {
    let wasDown = false
    while (!stopping.signal.aborted) {
      poked = false
      try {
        await pump()
        wasDown = false
      } catch (err) {
        if (!wasDown) log.warn({ err }, 'the relay cannot move work now; it waits in the database')
        wasDown = true
      }
      await idle()
    }
  }

  const running = run()
  return {
    poke: () => {
      poked = true
      wake()
    },
    stop: async () => {
      stopping.abort()
      wake()
      await running
    },
  }
}
