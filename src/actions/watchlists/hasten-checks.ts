import { ensureWork, hastenJob, hastenWork } from '../../db/queries/work.ts'
import { done } from '../../domain/refusals.ts'
import { defineAction } from '../define.ts'

/** What a feed could not tell: whose lists are to be looked at now, and whether somebody is to be found who we don't know. */
export const hastenChecks = defineAction<{ plexIds: readonly string[]; all: boolean; people: boolean }, void>(
  {
    name: 'watch.hasten-checks',
    allow: 'system',
    run: async ({ tx, now, ids }, { plexIds, all, people }) => {
      if (all) await hastenJob(tx, 'check-list', now)
      for (const plexId of all ? [] : plexIds) await hastenWork(tx, 'check-list', plexId, now)
      if (people) await ensureWork(tx, { job: 'find-people', subjects: ['feed'] }, now, ids)
      return done(undefined)
    },
  },
)
