import { FEED_KINDS } from '../../db/queries/feeds.ts'
import { lockHome } from '../../db/queries/home.ts'
import { findOwnerAccount } from '../../db/queries/plex-accounts.ts'
import { listIdsDue } from '../../db/queries/titles.ts'
import { listToRetry } from '../../db/queries/watch-items.ts'
import { listReadLists } from '../../db/queries/watch-lists.ts'
import { ensureWork, hastenJob, type Standing } from '../../db/queries/work.ts'
import { isSignedIn } from '../../domain/people/sign-in.ts'
import { done } from '../../domain/refusals.ts'
import { defineAction } from '../define.ts'

const MOST_RETRIED = 100

/** The jobs that read watchlists, by what they are for. */
type WatchJobs = Readonly<{ feed: string; check: string; walk: string; consider: string; ids: string }>

/**
 * Has everything read that is to be read, each list by a job of its own: the feeds, the newest entries of every list,
 * whole lists whose time has come; and has looked at again what waited. Without the owner's sign-in only those lists
 * whose people signed in themselves. The value is how many jobs were added.
 */
export const planWatching = defineAction<{ jobs: WatchJobs; spreadMs: number }, number>({
  name: 'watch.plan',
  allow: 'system',
  run: async ({ tx, now, ids, home }, { jobs, spreadMs }) => {
    // What reads a list goes on by itself, so that there must never be two of it.
    await lockHome(tx)
    const owner = await findOwnerAccount(tx, home)
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
    const plan: Standing[] = [
      { job: jobs.feed, subjects: hasOwner ? FEED_KINDS : [] },
      { job: jobs.check, subjects: lists.map(({ plexId }) => plexId), dueAt: spread },
      { job: jobs.walk, subjects: due.map(({ plexId }) => plexId) },
      { job: jobs.consider, subjects: await listToRetry(tx, now, MOST_RETRIED) },
      { job: jobs.ids, subjects: hasOwner && (await listIdsDue(tx, now, 1)).length > 0 ? ['titles'] : [] },
    ]
    let added = 0
    for (const standing of plan) added += await ensureWork(tx, standing, now, ids)
    return done(added)
  },
})
