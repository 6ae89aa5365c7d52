import { findPlexAccountOf } from '../../db/queries/plex-accounts.ts'
import { findTitle, findTitlesByPlexKey } from '../../db/queries/titles.ts'
import { listItemsOf, lockItem, updateItem } from '../../db/queries/watch-items.ts'
import { lockList, type ReadableList } from '../../db/queries/watch-lists.ts'
import { done, type Outcome, refused } from '../../domain/refusals.ts'
import { defineAction, personOf, type Scope } from '../define.ts'
import { noteListed } from './record-listed.ts'

/** One's own list. */
const ownList = async (scope: Scope): Promise<Outcome<ReadableList>> => {
  const account = await findPlexAccountOf(scope.tx, await personOf(scope))
  if (account === undefined) return refused({ code: 'no-own-sign-in' })
  const list = await lockList(scope.tx, account.plexId)
  return list === undefined ? refused({ code: 'list-gone' }) : done(list)
}

/**
 * Notes what a member has just put on their own Plex list, without waiting for Plex to show it. What stands there
 * already stays as it was. The value is the item's id.
 */
export const addToList = defineAction<{ titleId: string; plexKey: string }, string>({
  name: 'watch.add',
  allow: 'member',
  run: async (scope, { titleId, plexKey }) => {
    const { tx } = scope
    const list = await ownList(scope)
    if (!list.ok) return list
    const stored = await findTitle(tx, titleId)
    if (stored === undefined) return refused({ code: 'title-unknown' })
    const { title } = stored
    const entry = { title: { ...title, ids: { ...title.ids, plex: plexKey } } }
    await noteListed(scope, list.value, [entry], 'discord')
    const row = (await findTitlesByPlexKey(tx, [plexKey])).get(plexKey)
    const [item] = row === undefined ? [] : await listItemsOf(tx, list.value.plexId, [row])
    return item === undefined ? refused({ code: 'item-gone' }) : done(item.id)
  },
})

/** Notes what a member has just taken off their own Plex list. */
export const removeFromList = defineAction<{ itemId: string }, void>({
  name: 'watch.remove',
  allow: 'member',
  run: async (scope, { itemId }) => {
    const { tx, now } = scope
    const list = await ownList(scope)
    if (!list.ok) return list
    const item = await lockItem(tx, itemId)
    if (item === undefined) return refused({ code: 'item-gone' })
    if (item.plexId !== list.value.plexId) return refused({ code: 'other-list' })
    if (item.goneAt !== null) return done(undefined)
    await updateItem(tx, itemId, { goneAt: now, retryAt: null })
    await scope.record({ subject: itemId, events: ['watch.gone'], after: { via: 'discord' } })
    return done(undefined)
  },
})
