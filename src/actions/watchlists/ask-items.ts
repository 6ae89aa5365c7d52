import { findDiscordAccount } from '../../db/queries/people.ts'
import { findPlexAccount } from '../../db/queries/plex-accounts.ts'
import { findRequest } from '../../db/queries/requests.ts'
import { lockItem, renewBefore, updateItem, type WatchItem } from '../../db/queries/watch-items.ts'
import { isAdmin } from '../../domain/people/policy.ts'
import { done, type Outcome, refused } from '../../domain/refusals.ts'
import { isOpen } from '../../domain/requests/request.ts'
import { type Change, defineAction, memberOf, type Scope } from '../define.ts'

/** Lets people act on their own list, and admins on everybody's. */
export const onList = async (scope: Scope, plexId: string): Promise<Outcome<{ personId: string }>> => {
  const { tx, home, actor } = scope
  const member = memberOf(actor)
  const account = await findPlexAccount(tx, plexId)
  if (account === undefined) return refused({ code: 'list-gone' })
  const own = await findDiscordAccount(tx, member.discordId)
  const isTheirs = own?.personId === account.personId
  const mayAct = isTheirs || (home !== undefined && isAdmin(member, home))
  return mayAct ? done({ personId: account.personId }) : refused({ code: 'other-list' })
}

const askedAgain = (id: string): Change => ({
  subject: id,
  events: ['watch.noticed'],
  after: { via: 'asked' },
})

const askAgain = async (scope: Scope, id: string): Promise<void> => {
  await updateItem(scope.tx, id, { state: 'new', reason: null, retryAt: null })
  await scope.record(askedAgain(id))
}

/** Whether what was asked for by it is still to come, or came. */
const isUnderWay = async ({ tx }: Scope, { state, requestId }: WatchItem): Promise<boolean> => {
  if (state !== 'asked') return false
  const request = requestId === null ? undefined : await findRequest(tx, requestId)
  return request === undefined || isOpen(request.state) || request.state === 'available'
}

/** Asks for something on a list that was not asked for so far, or whose request came to nothing. */
export const askItem = defineAction<{ itemId: string }, void>({
  name: 'watch.ask',
  allow: 'member',
  run: async (scope, { itemId }) => {
    const item = await lockItem(scope.tx, itemId)
    if (item === undefined || item.goneAt !== null) return refused({ code: 'item-gone' })
    const leave = await onList(scope, item.plexId)
    if (!leave.ok) return leave
    if (item.state === 'new' || (await isUnderWay(scope, item))) return refused({ code: 'already-asked' })
    await askAgain(scope, itemId)
    return done(undefined)
  },
})

/** How much of a list is asked for at once: nobody is kept from writing for longer than that takes. */
const AT_ONCE = 500

/**
 * Asks for what stood on a list before it was first read, some of it at a time, oldest first. The value is how many;
 * with 0 nothing is left.
 */
export const askBefore = defineAction<{ plexId: string }, number>({
  name: 'watch.ask-before',
  allow: 'admin',
  run: async (scope, { plexId }) => {
    const items = await renewBefore(scope.tx, plexId, AT_ONCE)
    await scope.recordAll(items.map(askedAgain))
    return done(items.length)
  },
})
