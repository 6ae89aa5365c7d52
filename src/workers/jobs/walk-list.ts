import { recordListTrouble } from '../../actions/watchlists/record-check.ts'
import { giveUpWalk, recordPage } from '../../actions/watchlists/walk-list.ts'
import { findList } from '../../db/queries/watch-lists.ts'
import { betweenPagesMs } from '../../domain/watchlists/cycle.ts'
import { HOUR, MINUTE, SECOND } from '../../platform/clock.ts'
import { Fault } from '../../platform/faults.ts'
import { defineJob, finished, later } from '../define.ts'
import { actAs } from '../system.ts'
import { entryOfLine } from '../watch/entry.ts'
import { noteTrouble, readList } from '../watch/read-list.ts'

const self = actAs('walk-list')
const PAGE = 100
/** A walk that was interrupted for longer than this begins anew: the list is another by now. */
const LONGEST_MS = 6 * HOUR

/**
 * Walks through a whole list, a page each run with a pause between, and resumes where it was after a restart or a page
 * that Plex failed to give. A page that can't be read at all ends the walk, and nothing is concluded from it.
 */
export const walkListJob = defineJob({
  name: 'walk-list',
  queue: 'watch',
  retry: { attempts: 10, firstPauseMs: 30 * SECOND, longestPauseMs: 10 * MINUTE },
  run: async (plexId, deps) => {
    const list = await findList(deps.db, plexId)
    if (list === undefined || !list.isSynced || list.isSuspended) return finished('it is not read')
    const isUnderWay = list.passCursor !== null && deps.clock.now() - (list.passBegan ?? 0) < LONGEST_MS
    const after = isUnderWay ? list.passCursor : null
    try {
      const read = await readList(list, { size: PAGE, ...(after === null ? {} : { after }) }, 'walk', deps)
      if (typeof read === 'string') {
        if (read === 'hidden') await recordListTrouble(deps, self, { plexId, trouble: 'hidden' })
        await giveUpWalk(deps, self, { plexId, pass: list.pass })
        return finished(read)
      }
      const walked = await recordPage(deps, self, {
        plexId,
        ...(after === null ? { pass: 0 } : { pass: list.pass, after }),
        entries: read.items.map(entryOfLine),
        unread: read.unread,
        skipped: read.skipped,
        ...(read.total === undefined ? {} : { total: read.total }),
        ...(read.next === undefined ? {} : { next: read.next }),
      })
      if (!walked.ok) return finished(walked.refusal.code)
      const { state, fresh, gone } = walked.value
      if (state === 'walking') return later(betweenPagesMs(deps.random()), 'a pause between two pages')
      return finished(`${state}: ${fresh} new, ${gone} gone`)
    } catch (error) {
      if (!(error instanceof Fault)) throw error
      if (error.facts.retryAfterMs !== undefined) return later(error.facts.retryAfterMs, error.message)
      await noteTrouble(plexId, error, deps)
      if (error.retryable) throw error
      await giveUpWalk(deps, self, { plexId, pass: list.pass })
      return finished(error.message)
    }
  },
  gaveUp: async (plexId, deps) => {
    const list = await findList(deps.db, plexId)
    if (list !== undefined) await giveUpWalk(deps, self, { plexId, pass: list.pass })
  },
})
