import { listLedTo } from '../../db/queries/title-refs.ts'
import { listKept, noteTitle, noteTitles } from '../../db/queries/titles.ts'
import {
  hasItems,
  insertItems,
  listItemsOf,
  markSeen,
  updateItem,
  type WatchItem,
} from '../../db/queries/watch-items.ts'
import { lockList, type ReadableList, updateList } from '../../db/queries/watch-lists.ts'
import { done } from '../../domain/refusals.ts'
import type { Title } from '../../domain/titles/title.ts'
import { type Listed, standingOfListed, type Via } from '../../domain/watchlists/listed.ts'
import { beginAnew, beginsLate, NOT_EMPTY } from '../../domain/watchlists/walk.ts'
import type { Instant } from '../../platform/clock.ts'
import { defineAction, type Scope } from '../define.ts'

/** A title that a list or feed shows: by Plex's number when that is known here, else with all that was told of it. */
export type ListedEntry = Readonly<{ title: Title; addedAt?: Instant }>

const byIds = (one: Title, other: Title): number =>
  JSON.stringify(one.ids) < JSON.stringify(other.ids) ? -1 : 1

/** Nothing but Plex's number is told: where that is known, there is nothing to note. */
const isNumberAlone = ({ ids: { plex, ...others } }: Title): boolean =>
  plex !== undefined && Object.keys(others).length === 0

/** Rows of what is listed, in order and once each. */
const rowsFor = async (scope: Scope, entries: readonly ListedEntry[]): Promise<Map<string, Listed>> => {
  const { tx, now, ids } = scope
  const titles = entries.map(({ title }) => title)
  const found = new Map<Title, string>()
  for (const [title, [row]] of await listLedTo(tx, titles.filter(isNumberAlone)))
    if (row !== undefined) found.set(title, row)
  // Always in this order, so that two who note the same titles seldom wait for each other.
  const unknown = titles.filter((title) => !found.has(title)).toSorted(byIds)
  const noted = await noteTitles(tx, unknown, now, ids, now)
  for (const [at, title] of unknown.entries()) found.set(title, noted[at] ?? '')
  const kept = await listKept(tx, [...found.values()])
  const rows = new Map<string, Listed>()
  for (const { title, addedAt } of entries) {
    const first = found.get(title) ?? ''
    // Another entry may have told that two rows are one.
    const id = kept.has(first) ? first : await noteTitle(tx, title, now, ids, now)
    if (!rows.has(id)) rows.set(id, addedAt === undefined ? {} : { addedAt })
  }
  return rows
}

/**
 * Notes what a reading of a list showed. What is new there is considered by a job of its own; what stood there before
 * the list was first read is no news. The value holds the ids of what is new.
 */
export const noteListed = async (
  scope: Scope,
  list: ReadableList,
  entries: readonly ListedEntry[],
  via: Via,
): Promise<string[]> => {
  const { tx, now, ids } = scope
  if (entries.length > 0 && list.emptySince !== null) await updateList(tx, list.plexId, NOT_EMPTY)
  const rows = await rowsFor(scope, entries)
  const known = new Map(
    (await listItemsOf(tx, list.plexId, [...rows.keys()])).map((item) => [item.titleId, item]),
  )
  const seenPass = via === 'pass' ? list.pass : 0
  const fresh: Pick<WatchItem, 'id' | 'plexId' | 'titleId' | 'state' | 'addedAt' | 'seenPass'>[] = []
  const noticed: string[] = []
  for (const [titleId, listed] of rows) {
    const item = known.get(titleId)
    const state = standingOfListed(list, item, listed, via)
    if (state === undefined) continue
    const addedAt = listed.addedAt ?? now
    if (item === undefined)
      fresh.push({ id: ids.next(now), plexId: list.plexId, titleId, state, addedAt, seenPass })
    else
      await updateItem(tx, item.id, {
        state,
        reason: null,
        requestId: null,
        addedAt,
        goneAt: null,
        missed: 0,
      })
    const id = item?.id ?? fresh.at(-1)?.id
    if (state === 'new' && id !== undefined) noticed.push(id)
  }
  await insertItems(tx, fresh)
  if (via === 'pass')
    await markSeen(
      tx,
      [...known.values()].map(({ id }) => id),
      list.pass,
    )
  await scope.recordAll(noticed.map((subject) => ({ subject, events: ['watch.noticed'], after: { via } })))
  return noticed
}

/** Whether a list that was found empty shows only now what stood on it all the time. */
export const showsBeginning = async (
  { tx }: Scope,
  list: ReadableList,
  entries: readonly ListedEntry[],
): Promise<boolean> => beginsLate(list, await hasItems(tx, list.plexId), entries.length)

/** Notes what a feed or a look at somebody's newest entries showed. The value is how much of it was new. */
export const recordListed = defineAction<
  { plexId: string; entries: readonly ListedEntry[]; via: Exclude<Via, 'pass'> },
  number
>({
  name: 'watch.record-listed',
  allow: 'system',
  run: async (scope, { plexId, entries, via }) => {
    const list = await lockList(scope.tx, plexId)
    if (list === undefined) return done(0)
    // A line of a feed bears the date of its addition, which tells by itself whether it is news.
    if (via === 'check' && (await showsBeginning(scope, list, entries))) {
      await updateList(scope.tx, plexId, beginAnew(list, scope.now))
      return done(0)
    }
    return done((await noteListed(scope, list, entries, via)).length)
  },
})
