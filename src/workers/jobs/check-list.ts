import { recordCheck, recordListTrouble } from '../../actions/watchlists/record-check.ts'
import { recordListed } from '../../actions/watchlists/record-listed.ts'
import type { ListPage } from '../../clients/plex/types.ts'
import { findHome, watchSettings } from '../../db/queries/home.ts'
import { countReadLists, findList, type ReadableList } from '../../db/queries/watch-lists.ts'
import { checkEveryMs, jittered } from '../../domain/watchlists/cycle.ts'
import { HOUR, MINUTE, SECOND } from '../../platform/clock.ts'
import { Fault } from '../../platform/faults.ts'
import { defineJob, finished, type JobEnd, later } from '../define.ts'
import type { JobDeps } from '../deps.ts'
import { actAs } from '../system.ts'
import { isCovered } from '../watch/cover.ts'
import { entryOfLine } from '../watch/entry.ts'
import { noteTrouble, readList } from '../watch/read-list.ts'

const self = actAs('check-list')
/** So few entries are enough to see that nothing came. */
const GLANCE = 2
/** More news at once than this is left to a walk through the whole list. */
const LOOK = 50
/** A list that nobody may see is looked at again this often: people change what they show. */
const HIDDEN_EVERY_MS = 6 * HOUR

const isSame = (list: ReadableList, { items }: ListPage): boolean =>
  list.newest === JSON.stringify(items.map(({ plexKey }) => plexKey))

/** Looks at more of a list, and notes what came. `isAll`: there may be more than was looked at. */
const readNews = async (list: ReadableList, deps: JobDeps): Promise<{ fresh: number; isAll: boolean }> => {
  const read = await readList(list, { size: LOOK }, 'check', deps)
  if (typeof read === 'string') return { fresh: 0, isAll: false }
  const entries = read.items.map(entryOfLine)
  const noted = await recordListed(deps, self, { plexId: list.plexId, entries, via: 'check' })
  const fresh = noted.ok ? noted.value : 0
  return { fresh, isAll: fresh === entries.length && read.next !== undefined }
}

const NOTHING = { fresh: 0, isAll: false }

const check = async (list: ReadableList, deps: JobDeps): Promise<string> => {
  const { plexId, etag } = list
  // Until a walk has read the newest entries nobody could tell what of them is new.
  if (list.passBegan === null && list.access !== 'hidden') return 'its first walk has not begun'
  const read = await readList(list, { size: GLANCE, ...(etag === null ? {} : { etag }) }, 'check', deps)
  if (read === 'no-sign-in') return 'nobody is signed in'
  if (read === 'hidden') {
    const noted = await recordListTrouble(deps, self, { plexId, trouble: 'hidden' })
    return noted.ok && noted.value ? 'read by their own sign-in from now on' : 'hidden'
  }
  if (read === 'same' || list.passBegan === null) {
    await recordCheck(deps, self, { plexId, fresh: 0 })
    return 'as before'
  }
  const { fresh, isAll } = isSame(list, read) ? NOTHING : await readNews(list, deps)
  const newest = read.items.map(({ plexKey }) => plexKey)
  await recordCheck(deps, self, {
    plexId,
    newest,
    fresh,
    walk: isAll,
    ...(read.etag === undefined || list.access !== 'self' ? {} : { etag: read.etag }),
  })
  return fresh === 0 ? 'as before' : `${fresh} new`
}

const again = async (list: ReadableList, why: string, deps: JobDeps, atLeastMs = 0): Promise<JobEnd> => {
  const { everySeconds } = watchSettings(await findHome(deps.db))
  const lists = await countReadLists(deps.db)
  const isByFeed = list.passBegan !== null && (await isCovered(list, deps))
  const everyMs = checkEveryMs(everySeconds * SECOND, lists, isByFeed)
  const pauseMs = why === 'hidden' ? HIDDEN_EVERY_MS : everyMs
  return later(Math.max(jittered(pauseMs, deps.random()), atLeastMs), why)
}

/** Looks at the newest entries of a list, again and again, and at more of it only when they differ. */
export const checkListJob = defineJob({
  name: 'check-list',
  queue: 'watch',
  retry: { attempts: 10, firstPauseMs: 30 * SECOND, longestPauseMs: 10 * MINUTE },
  run: async (plexId, deps) => {
    const list = await findList(deps.db, plexId)
    if (list === undefined || !list.isSynced || list.isSuspended) return finished('it is not read')
    try {
      const why = await check(list, deps)
      return why === 'nobody is signed in' ? finished(why) : again(list, why, deps)
    } catch (error) {
      if (!(error instanceof Fault)) throw error
      await noteTrouble(plexId, error, deps)
      return again(list, error.message, deps, error.facts.retryAfterMs)
    }
  },
})
