import { updateHome } from '../../db/queries/home.ts'
import { setNeedsApproval } from '../../db/queries/people.ts'
import { findPlexAccount, setSyncs } from '../../db/queries/plex-accounts.ts'
import { findList, updateList } from '../../db/queries/watch-lists.ts'
import { done, refused } from '../../domain/refusals.ts'
import type { WatchSettings } from '../../domain/watchlists/settings.ts'
import { beginAnew } from '../../domain/watchlists/walk.ts'
import { defineAction, type Scope } from '../define.ts'
import { considerSkipped } from './consider-again.ts'

/** What an admin changes about some people: whether their lists are asked for, or whether what they ask for waits. */
type PeopleChoice = Readonly<{ plexIds: readonly string[] }> &
  Readonly<{ syncs: boolean } | { needsApproval: boolean }>

/** A list that is read again after it wasn't begins anew: what came onto it unnoticed meanwhile is no news. */
const readAgain = async (scope: Scope, plexId: string): Promise<void> => {
  const list = await findList(scope.tx, plexId)
  if (list === undefined || list.isSynced) return
  await updateList(scope.tx, plexId, beginAnew(list, scope.now))
}

/** Changes some people at once. The value is how many. */
export const choosePeople = defineAction<PeopleChoice, number>({
  name: 'watch.choose-people',
  allow: 'admin',
  run: async (scope, { plexIds, ...choice }) => {
    const { tx } = scope
    if (plexIds.length === 0) return done(0)
    if ('syncs' in choice) {
      if (choice.syncs) for (const plexId of plexIds) await readAgain(scope, plexId)
      await setSyncs(tx, plexIds, choice.syncs)
      if (choice.syncs) await considerSkipped(scope, { because: ['sync-off'], plexIds }, 'allowed')
    } else {
      const accounts = await Promise.all(plexIds.map((plexId) => findPlexAccount(tx, plexId)))
      const people = accounts.flatMap((account) => account?.personId ?? [])
      await setNeedsApproval(tx, people, choice.needsApproval)
    }
    const events = 'syncs' in choice ? (['list.opened'] as const) : []
    await scope.recordAll(plexIds.map((subject) => ({ subject, events, after: choice })))
    return done(plexIds.length)
  },
})

/** Changes what holds for all watchlists. */
export const chooseWatching = defineAction<Partial<WatchSettings>, void>({
  name: 'home.choose-watching',
  allow: 'admin',
  run: async (scope, choice) => {
    const { home, tx, now } = scope
    if (home === undefined) return refused({ code: 'not-set-up' })
    await updateHome(tx, { watch: JSON.stringify({ ...home.watch, ...choice }) }, now)
    await scope.record({ subject: home.guildId, before: home.watch, after: choice })
    return done(undefined)
  },
})
