import type { ActionDeps } from '../actions/define.ts'
import { listSchedules } from '../db/queries/schedules.ts'
import { ensureWork } from '../db/queries/work.ts'
import { schedules } from './schedules.ts'

const JOB = 'catch-up'

/**
 * Notices that nobody was here for a while: what is done again and again is overdue by more than two of its pauses.
 * After a clock was set back nobody can tell how long it was, so that counts too.
 */
export const noticeAbsence = async ({
  db,
  clock,
  ids,
}: Pick<ActionDeps, 'db' | 'clock' | 'ids'>): Promise<boolean> => {
  const now = clock.now()
  const known = await listSchedules(db)
  const isOff = Object.entries(schedules).some(([job, everyMs]) => {
    const dueAt = known.get(job)
    return dueAt !== undefined && (dueAt < now - 2 * everyMs || dueAt > now + everyMs)
  })
  if (!isOff) return false
  await db.transaction().execute((tx) => ensureWork(tx, { job: JOB, subjects: [JOB] }, now, ids))
  return true
}
