import { findTitlesByPlexKey, listKept, noteTitle } from '../../db/queries/titles.ts'
import {
  insertItems,
  listItemsOf,
  markSeen,
  updateItem,
  type WatchItem,
} from '../../db/queries/watch-items.ts'
import { lockList, type ReadableList } from '../../db/queries/watch-lists.ts'
import { done } from '../../domain/refusals.ts'
import type { Title } from '../../domain/titles/title.ts'
import { type Listed, standingOfListed, type Via } from '../../domain/watchlists/listed.ts'
import type { Instant } from '../../platform/clock.ts'
import { defineAction, type Scope } from '../define.ts'

/** A title that a list or feed shows: by Plex's number when that is known here, else with all that was told of it. */
export type ListedEntry = Readonly<{ title: Title; addedAt?: Instant }>

const byIds = (one: ListedEntry, other: ListedEntry): number =>
  JSON.stringify(one.title.ids) < JSON.stringify(other.title.ids) ? -1 : 1

/** Rows of what is listed, in order and once each. */
const rowsFor = async (scope: Scope, entries: readonly ListedEntry[]): Promise<Map<string, Listed>> => {
  const { tx, now, ids } = scope
  const keys = entries.flatMap(({ title }) => title.ids.plex ?? [])
  const known = await findTitlesByPlexKey(tx, keys)
  const rowOf = async ({ title }: ListedEntry): Promise<string> => {
    const { plex, ...others } = title.ids
    const isKnown = plex !== undefined && Object.keys(others).length === 0
    return (isKnown ? known.get(plex) : undefined) ?? (await noteTitle(tx, title, now, ids, now))
  }
  const found = new Map<ListedEntry, string>()
  // Always in this order, so that two who note the same titles seldom wait for each other.
  for (const entry of entries.toSorted(byIds)) found.set(entry, await rowOf(entry))
  const kept = await listKept(tx, [...found.values()])
  const rows = new Map<string, Listed>()
  for (const entry of entries) {
    const first = found.get(entry) ?? ''
    // Another entry may have told that two rows are one.
    const id = kept.has(first) ? first : await rowOf(entry)
    if (!rows.has(id)) rows.set(id, entry.addedAt === undefined ? {} : { addedAt: entry.addedAt })
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
  for (const id of noticed) await scope.record({ subject: id, events: ['watch.noticed'], after: { via } })
  return noticed
}

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
    return done((await noteListed(scope, list, entries, via)).length)
  },
})
