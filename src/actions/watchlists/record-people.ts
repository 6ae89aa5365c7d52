import { insertPerson, setNeedsApproval } from '../../db/queries/people.ts'
import {
  insertPlexAccount,
  listPlexAccounts,
  type PlexAccount,
  updatePlexAccount,
} from '../../db/queries/plex-accounts.ts'
import { insertList } from '../../db/queries/watch-lists.ts'
import { done } from '../../domain/refusals.ts'
import { greeted, missedAgain } from '../../domain/watchlists/person.ts'
import { Conflict, defineAction, type Scope } from '../define.ts'
import { recognise } from '../people/recognise.ts'
import { considerReturned } from './consider-again.ts'

/** Somebody of the owner's, as Plex tells of them. */
export type FoundPerson = Readonly<{
  /** Plex's number of the account, where it was told. */
  id?: string
  uuid?: string
  username: string
  title: string
  relation: 'friend' | 'home'
  /** A managed user, who has no watchlist. */
  restricted: boolean
}>

const welcome = async (scope: Scope, found: FoundPerson): Promise<string> => {
  const { tx, now, ids, home } = scope
  const { id, uuid, username, title, relation } = found
  const plexId = id ?? uuid ?? ''
  const personId = await insertPerson(tx, now, ids)
  if (home?.watch.newcomersNeedApproval === true) await setNeedsApproval(tx, [personId], true)
  const isNew = await insertPlexAccount(tx, {
    plexId,
    personId,
    uuid: uuid ?? null,
    username,
    title,
    relation,
    foundAt: now,
    syncs: home?.watch.newcomersSync === false ? 0 : 1,
  })
  // Whoever signed in at this very moment is somebody we know.
  if (!isNew) throw new Conflict()
  return plexId
}

/** Somebody we know: their names are brought up to date, and who was away is back. */
const greet = async (scope: Scope, known: PlexAccount, found: FoundPerson): Promise<void> => {
  const { plexId, suspendedAt } = known
  await updatePlexAccount(scope.tx, plexId, greeted(known, found, scope.now))
  if (suspendedAt === null) return
  await considerReturned(scope, plexId)
  await scope.record({ subject: plexId, events: ['list.opened'], before: { suspendedAt } })
}

const miss = async (scope: Scope, account: PlexAccount): Promise<void> => {
  const absence = missedAgain(account, scope.now)
  await updatePlexAccount(scope.tx, account.plexId, absence)
  const { suspendedAt } = absence
  if (suspendedAt !== account.suspendedAt)
    await scope.record({ subject: account.plexId, after: { suspendedAt } })
}

/**
 * Notes who the owner's people are. Who is new gets a row and a list; whoever has another name is still who they were.
 * Who is missing in two complete lists in a row is suspended: nothing is asked for from their list, and nothing of
 * theirs is lost. A list that isn't complete makes nobody missing. The value is how many are new.
 */
export const recordPeople = defineAction<{ people: readonly FoundPerson[]; isComplete: boolean }, number>({
  name: 'watch.record-people',
  allow: 'system',
  run: async (scope, { people, isComplete }) => {
    const { tx, now } = scope
    const seen = new Set<string>()
    let fresh = 0
    for (const found of people) {
      const known = await recognise(scope, found)
      if (known !== undefined) await greet(scope, known, found)
      const plexId = known?.plexId ?? (await welcome(scope, found))
      seen.add(plexId)
      if (known === undefined) fresh += 1
      if (found.restricted) continue
      // One that is kept already stays as it is.
      if (await insertList(tx, plexId, 'friend', now))
        await scope.record({ subject: plexId, events: ['list.opened'], after: { username: found.username } })
    }
    if (!isComplete) return done(fresh)
    for (const account of await listPlexAccounts(tx)) {
      const isTheirs = account.relation === 'friend' || account.relation === 'home'
      if (isTheirs && !seen.has(account.plexId)) await miss(scope, account)
    }
    return done(fresh)
  },
})
