import { findDiscordAccount } from '../../db/queries/people.ts'
import { findPlexAccount } from '../../db/queries/plex-accounts.ts'
import { listItemIds, lockItem, updateItem } from '../../db/queries/watch-items.ts'
import { isAdmin } from '../../domain/people/policy.ts'
import { done, type Outcome, refused } from '../../domain/refusals.ts'
import { defineAction, memberOf, type Scope } from '../define.ts'

/** Lets people act on their own list, and admins on everybody's. */
export const onList = async (scope: Scope, plexId: string): Promise<Outcome<{ personId: string }>> => {
  const { tx, home, actor } = scope
  const member = memberOf(actor)
  const account = await findPlexAccount(tx, plexId)
  if (account === undefined) return refused({ code: 'list-gone' })
  const own = await findDiscordAccount(tx, member.discordId)
  const isTheirs = own?.personId === account.personId
  const mayAct = isTheirs || (home !== undefined && isAdmin(member, home))
  return mayAct ? done({ personId: account.personId }) : refused({ code: 'not-yours' })
}

const askAgain = async (scope: Scope, id: string): Promise<void> => {
  await updateItem(scope.tx, id, { state: 'new', reason: null, retryAt: null })
  await scope.record({ subject: id, events: ['watch.noticed'], after: { via: 'asked' } })
}

/** Asks for something on a list that was not asked for so far. */
export const askItem = defineAction<{ itemId: string }, void>({
  name: 'watch.ask',
  allow: 'member',
  run: async (scope, { itemId }) => {
    const item = await lockItem(scope.tx, itemId)
    if (item === undefined || item.goneAt !== null) return refused({ code: 'item-gone' })
    const leave = await onList(scope, item.plexId)
    if (!leave.ok) return leave
    if (item.state === 'asked' || item.state === 'new') return refused({ code: 'already-asked' })
    await askAgain(scope, itemId)
    return done(undefined)
  },
})

/** Asks for all that stood on a list before it was first read. The value is how many. */
export const askBefore = defineAction<{ plexId: string }, number>({
  name: 'watch.ask-before',
  allow: 'admin',
  run: async (scope, { plexId }) => {
    const items = await listItemIds(scope.tx, plexId, 'before')
    for (const id of items) await askAgain(scope, id)
    return done(items.length)
  },
})
