import { FEED_KINDS } from '../../db/queries/feeds.ts'
import { lockHome } from '../../db/queries/home.ts'
import { findPlexAccount } from '../../db/queries/plex-accounts.ts'
import { listIdsDue } from '../../db/queries/titles.ts'
import { listToRetry } from '../../db/queries/watch-items.ts'
import { listReadLists } from '../../db/queries/watch-lists.ts'
import { hastenJob, insertWork, listOpenSubjects } from '../../db/queries/work.ts'
import { isSignedIn } from '../../domain/people/sign-in.ts'
import { done } from '../../domain/refusals.ts'
import { defineAction, type Scope } from '../define.ts'

const MOST_RETRIED = 100

/** Adds a job for each subject that has none open. The value is how many were added. */
const ensureAll = async (
  { tx, now, ids }: Scope,
  job: string,
  subjects: readonly string[],
  dueAt: (at: number) => number = () => now,
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

/** The jobs that read watchlists, by what they are for. */
export type WatchJobs = Readonly<{ feed: string; check: string; walk: string; consider: string; ids: string }>

/**
 * Has everything read that is to be read, each list by a job of its own: the feeds, the newest entries of every list,
 * whole lists whose time has come; and has looked at again what waited. Without the owner's sign-in only those lists
 * whose people signed in themselves. The value is how many jobs were added.
 */
export const planWatching = defineAction<{ jobs: WatchJobs; spreadMs: number }, number>({
  name: 'watch.plan',
  allow: 'system',
  run: async (scope, { jobs, spreadMs }) => {
    const { tx, now, home } = scope
    // What reads a list goes on by itself, so that there must never be two of it.
    await lockHome(tx)
    const owner = home?.plexOwner === undefined ? undefined : await findPlexAccount(tx, home.plexOwner)
    const hasOwner = isSignedIn(owner)
    const lists = (await listReadLists(tx)).filter((list) =>
      list.access === 'self' ? list.isSignedIn : hasOwner,
    )
    // Looked at in what is to come: the clock was set back, and what waits would wait for as long.
    if (lists.some(({ checkedAt }) => (checkedAt ?? 0) > now))
      for (const job of [jobs.feed, jobs.check, jobs.walk]) await hastenJob(tx, job, now)
    const due = lists.filter(({ passDue, passCursor }) => passDue <= now || passCursor !== null)
    // Not all at once: those that begin together would come back together.
    const spread = (at: number): number => now + Math.round((spreadMs * at) / Math.max(lists.length, 1))
    const plans: [string, readonly string[], ((at: number) => number)?][] = [
      [jobs.feed, hasOwner ? FEED_KINDS : []],
      [jobs.check, lists.map(({ plexId }) => plexId), spread],
      [jobs.walk, due.map(({ plexId }) => plexId)],
      [jobs.consider, await listToRetry(tx, now, MOST_RETRIED)],
      [jobs.ids, hasOwner && (await listIdsDue(tx, now, 1)).length > 0 ? ['titles'] : []],
    ]
    let added = 0
    for (const [job, subjects, dueAt] of plans) added += await ensureAll(scope, job, subjects, dueAt)
    return done(added)
  },
})
