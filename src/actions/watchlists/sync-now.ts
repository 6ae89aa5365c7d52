import { lockHome } from '../../db/queries/home.ts'
import { findList, updateList } from '../../db/queries/watch-lists.ts'
import { ensureWork, hastenWork } from '../../db/queries/work.ts'
import { done, refused } from '../../domain/refusals.ts'
import { MINUTE } from '../../platform/clock.ts'
import { defineAction } from '../define.ts'
import { onList } from './ask-items.ts'

/** Nobody has a list looked at more often than this. */
const AT_MOST_EVERY_MS = MINUTE

/** Has a list looked at now, and walked through. */
export const syncNow = defineAction<{ plexId: string }, void>({
  name: 'watch.sync-now',
  allow: 'member',
  run: async (scope, { plexId }) => {
    const { tx, now, ids } = scope
    const leave = await onList(scope, plexId)
    if (!leave.ok) return leave
    const list = await findList(tx, plexId)
    if (list === undefined) return refused({ code: 'list-gone' })
    if (!list.isSynced || list.isSuspended) return refused({ code: 'list-not-read' })
    const again = (list.lastPassAt ?? 0) + AT_MOST_EVERY_MS
    if (again > now) return refused({ code: 'synced-lately', again })
    await lockHome(tx)
    await updateList(tx, plexId, { passDue: now })
    for (const job of ['check-list', 'walk-list']) {
      await ensureWork(tx, { job, subjects: [plexId] }, now, ids)
      await hastenWork(tx, job, plexId, now)
    }
    await scope.record({ subject: plexId })
    return done(undefined)
  },
})
