import { findTitle, noteTitle, saveTitle, setIdsDue } from '../../db/queries/titles.ts'
import { done } from '../../domain/refusals.ts'
import { isFetchable } from '../../domain/titles/kind.ts'
import type { Title } from '../../domain/titles/title.ts'
import { DAY } from '../../platform/clock.ts'
import { defineAction } from '../define.ts'
import { considerSkipped } from './consider-again.ts'

/** Keeps the facts of a title that is about to be asked for. The value is its row's id. */
export const recordTitle = defineAction<{ title: Title }, string>({
  name: 'title.record',
  allow: 'system',
  run: async ({ tx, now, ids }, { title }) => done(await saveTitle(tx, title, now, ids)),
})

/**
 * Keeps the ids of a title that Plex was asked for. What lacked them on watchlists is considered again. The value is
 * its row's id, which another row of the same title may have become.
 */
export const recordIds = defineAction<{ title: Title }, string>({
  name: 'title.record-ids',
  allow: 'system',
  run: async (scope, { title }) => {
    const { tx, now, ids } = scope
    const titleId = await noteTitle(tx, title, now, ids, now + DAY)
    const stored = await findTitle(tx, titleId)
    if (stored !== undefined && isFetchable(stored.title))
      await considerSkipped(scope, { because: ['ids-missing'], titleId }, 'ids')
    return done(titleId)
  },
})

/** Plex does not know a title, or not its ids: they are looked for again in a day. */
export const postponeIds = defineAction<{ titleId: string }, void>({
  name: 'title.postpone-ids',
  allow: 'system',
  run: async ({ tx, now }, { titleId }) => {
    await setIdsDue(tx, titleId, now + DAY)
    return done(undefined)
  },
})
