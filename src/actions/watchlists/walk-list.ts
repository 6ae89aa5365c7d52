import { countMissed, listMissed, updateItem } from '../../db/queries/watch-items.ts'
import { findList, lockList, updateList } from '../../db/queries/watch-lists.ts'
import { done } from '../../domain/refusals.ts'
import { PASS_MS } from '../../domain/watchlists/cycle.ts'
import { MINUTE } from '../../platform/clock.ts'
import { defineAction, type Scope } from '../define.ts'
import { type ListedEntry, noteListed } from './record-listed.ts'

/** What so many complete walks in a row did not see was taken off the list. */
const GONE_AFTER = 2
/** After so many walks, what they saw together is taken for all that stood there, though none was whole. */
const ENOUGH_WALKS = 3
/** When something was missed once, or a walk came to nothing, the next begins after this. */
const AGAIN_MS = 10 * MINUTE

/** One page of a walk: `next` leads on; without it this was the last. */
export type PageRead = Readonly<{
  plexId: string
  /** The walk that it belongs to; 0 begins a new one. */
  pass: number
  /** Where it begins, in a walk that was begun: each page counts once, whoever else read it too. */
  after?: string
  entries: readonly ListedEntry[]
  /** How many entries of the page could not be read. */
  skipped: number
  /** How long the whole list is, where that is told. */
  total?: number
  next?: string
}>

/** What a walk came to so far. `state: 'gone'` means that another walk took its place, or went on. */
export type Walk = Readonly<{
  pass: number
  state: 'walking' | 'complete' | 'incomplete' | 'gone'
  fresh: number
  gone: number
}>

/** Concludes what was taken off; the value is how much. */
const conclude = async (scope: Scope, plexId: string, pass: number): Promise<number> => {
  const { tx, now } = scope
  await countMissed(tx, plexId, pass)
  const gone = await listMissed(tx, plexId, GONE_AFTER)
  for (const { id } of gone) {
    await updateItem(tx, id, { goneAt: now, retryAt: null })
    await scope.record({ subject: id, events: ['watch.gone'] })
  }
  return gone.length
}

/**
 * Notes a page of a walk through a whole list, and with the last page what the walk came to. Removals are concluded
 * from complete walks alone: every page and every entry was read, and the list was as long as it was said to be.
 */
export const recordPage = defineAction<PageRead, Walk>({
  name: 'watch.record-page',
  allow: 'system',
  run: async (scope, { plexId, pass, after, entries, skipped, total, next }) => {
    const { tx, now } = scope
    const before = await lockList(tx, plexId)
    const isNext = pass === 0 || (before?.pass === pass && before.passCursor === after)
    if (before === undefined || !isNext) return done({ pass, state: 'gone', fresh: 0, gone: 0 })
    const list =
      pass === 0
        ? {
            ...before,
            pass: before.pass + 1,
            passBegan: now,
            passTotal: total ?? null,
            passSeen: 0,
            passSkipped: 0,
          }
        : before
    const passSkipped = list.passSkipped + skipped
    const passSeen = list.passSeen + entries.length + skipped
    const fresh = (await noteListed(scope, list, entries, 'pass')).length
    const walked = {
      pass: list.pass,
      passBegan: list.passBegan,
      passTotal: list.passTotal,
      passSeen,
      passSkipped,
    }
    if (next !== undefined) {
      await updateList(tx, plexId, { ...walked, passCursor: next })
      return done({ pass: list.pass, state: 'walking', fresh, gone: 0 })
    }
    const isWhole = total === undefined || (total === list.passTotal && total === passSeen)
    if (!isWhole) {
      const firstPassAt = list.firstPassAt ?? (list.pass < ENOUGH_WALKS ? null : now)
      await updateList(tx, plexId, { ...walked, firstPassAt, passCursor: null, passDue: now + AGAIN_MS })
      return done({ pass: list.pass, state: 'incomplete', fresh, gone: 0 })
    }
    const gone = passSkipped > 0 ? 0 : await conclude(scope, plexId, list.pass)
    const isDoubtful = (await listMissed(tx, plexId, 1)).length > 0
    await updateList(tx, plexId, {
      ...walked,
      passCursor: null,
      firstPassAt: list.firstPassAt ?? now,
      lastPassAt: now,
      passDue: now + (isDoubtful ? AGAIN_MS : PASS_MS),
      trouble: null,
    })
    return done({ pass: list.pass, state: 'complete', fresh, gone })
  },
})

/** Gives up a walk that can't go on: nothing is concluded from it, and a new one begins later. */
export const giveUpWalk = defineAction<{ plexId: string; pass: number }, void>({
  name: 'watch.give-up-walk',
  allow: 'system',
  run: async ({ tx, now }, { plexId, pass }) => {
    const list = await findList(tx, plexId)
    if (list?.pass !== pass) return done(undefined)
    // A look tells when it can be seen again.
    const pause = list.access === 'hidden' ? PASS_MS : AGAIN_MS
    await updateList(tx, plexId, { passCursor: null, passDue: now + pause })
    return done(undefined)
  },
})
