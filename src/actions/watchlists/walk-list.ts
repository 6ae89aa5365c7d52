import { findTitlesByPlexKey } from '../../db/queries/titles.ts'
import {
  countMissed,
  countStanding,
  hasMissed,
  listItemsOf,
  markSeen,
  takeOffMissed,
} from '../../db/queries/watch-items.ts'
import { findList, lockList, updateList } from '../../db/queries/watch-lists.ts'
import { done } from '../../domain/refusals.ts'
import { endWalk, nextWalk, type Page, type Walk, walkAgain, walkOn } from '../../domain/watchlists/walk.ts'
import { defineAction, type Scope } from '../define.ts'
import { type ListedEntry, noteListed, showsBeginning } from './record-listed.ts'

/** One page of a walk: `next` leads on; without it this was the last. */
type PageRead = Omit<Page, 'seen'> &
  Readonly<{
    plexId: string
    entries: readonly ListedEntry[]
    /** Plex's numbers of entries of which nothing else could be read. */
    unread: readonly string[]
  }>

/** What a walk came to so far. `state: 'gone'` means that another walk took its place, or went on. */
type Walked = Readonly<{
  pass: number
  state: 'walking' | 'complete' | 'incomplete' | 'gone'
  fresh: number
  gone: number
}>

/** What can't be read any more has not been taken off. */
const noteUnread = async ({ tx }: Scope, { pass }: Walk, plexId: string, keys: readonly string[]) => {
  const titles = await findTitlesByPlexKey(tx, keys)
  const items = await listItemsOf(tx, plexId, [...titles.values()])
  await markSeen(
    tx,
    items.map(({ id }) => id),
    pass,
  )
}

/** Concludes what was taken off; the value is how much. */
const conclude = async (scope: Scope, plexId: string, pass: number, goneAfter: number): Promise<number> => {
  const { tx, now } = scope
  await countMissed(tx, plexId, pass)
  const gone = await takeOffMissed(tx, plexId, goneAfter, now)
  await scope.recordAll(gone.map((subject) => ({ subject, events: ['watch.gone'] })))
  return gone.length
}

/** Notes a page of a walk through a whole list, and with the last page what the walk came to. */
export const recordPage = defineAction<PageRead, Walked>({
  name: 'watch.record-page',
  allow: 'system',
  run: async (scope, { plexId, entries, unread, ...page }) => {
    const { tx, now } = scope
    const found = await lockList(tx, plexId)
    const isLate = found !== undefined && (await showsBeginning(scope, found, entries))
    const list = isLate ? { ...found, firstPassAt: null } : found
    const seen = entries.length + unread.length + page.skipped
    const walk = list && walkOn(list, { ...page, seen }, now)
    if (list === undefined || walk === undefined)
      return done({ pass: page.pass, state: 'gone', fresh: 0, gone: 0 })
    const { pass } = walk
    const fresh = (await noteListed(scope, { ...list, ...walk }, entries, 'pass')).length
    await noteUnread(scope, walk, plexId, unread)
    if (walk.passCursor !== null) {
      await updateList(tx, plexId, { ...walk, firstPassAt: list.firstPassAt })
      return done({ pass, state: 'walking', fresh, gone: 0 })
    }
    const standing = await countStanding(tx, plexId)
    const end = endWalk(walk, { ...list, standing }, page.total, now)
    const { state, firstPassAt, emptiness, goneAfter } = end
    const gone = goneAfter === undefined ? 0 : await conclude(scope, plexId, pass, goneAfter)
    const isDoubtful = await hasMissed(tx, plexId)
    await updateList(tx, plexId, {
      ...walk,
      ...emptiness,
      firstPassAt,
      passDue: nextWalk(end, isDoubtful, now),
      ...(state === 'complete' ? { lastPassAt: now, trouble: null } : {}),
    })
    return done({ pass, state, fresh, gone })
  },
})

/** Gives up a walk that can't go on: nothing is concluded from it, and a new one begins later. */
export const giveUpWalk = defineAction<{ plexId: string; pass: number }, void>({
  name: 'watch.give-up-walk',
  allow: 'system',
  run: async ({ tx, now }, { plexId, pass }) => {
    const list = await findList(tx, plexId)
    if (list?.pass !== pass) return done(undefined)
    await updateList(tx, plexId, { passCursor: null, passDue: walkAgain(list.access, now) })
    return done(undefined)
  },
})
