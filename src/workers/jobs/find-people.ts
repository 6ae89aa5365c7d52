import { type FoundPerson, recordPeople } from '../../actions/watchlists/record-people.ts'
import type { PlexFriend, PlexPerson } from '../../clients/plex/types.ts'
import { MINUTE, SECOND } from '../../platform/clock.ts'
import { Fault } from '../../platform/faults.ts'
import { defineJob, finished } from '../define.ts'
import type { JobDeps } from '../deps.ts'
import { onBehalfOf, type SignedIn, signedInOwner } from '../plex.ts'
import { actAs } from '../system.ts'

const self = actAs('find-people')

/** Everybody that either of Plex's services names, once each, without the owner. */
const unite = (
  { account }: SignedIn,
  people: readonly PlexPerson[],
  friends: readonly PlexFriend[],
): FoundPerson[] => {
  const known = new Set(people.map(({ uuid }) => uuid))
  const found: FoundPerson[] = [
    ...people.map(({ id, uuid, username, title, restricted, home }) => ({
      id,
      uuid,
      username,
      title,
      restricted,
      relation: home ? ('home' as const) : ('friend' as const),
    })),
    ...friends
      .filter(({ uuid }) => !known.has(uuid))
      .map((friend) => ({ ...friend, restricted: false, relation: 'friend' as const })),
  ]
  return found.filter(({ id, uuid }) => id !== account.plexId && uuid !== account.uuid)
}

/** Undefined when the service didn't answer; whoever it would have named counts as unknown, not as gone. */
const heard = async <T>(asked: Promise<readonly T[]>): Promise<readonly T[] | undefined> => {
  try {
    return await asked
  } catch (error) {
    if (error instanceof Fault && error.facts.retryAfterMs === undefined) return undefined
    throw error
  }
}

const find = async (owner: SignedIn, deps: JobDeps): Promise<string> => {
  const { tv, community } = deps.plex('walk')
  const people = await heard(onBehalfOf(owner, 'find-people', deps, (token) => tv.people(token)))
  const friends = await heard(onBehalfOf(owner, 'find-people', deps, (token) => community.friends(token)))
  const isComplete = people !== undefined && friends !== undefined
  const outcome = await recordPeople(deps, self, {
    people: unite(owner, people ?? [], friends ?? []),
    isComplete,
  })
  const count = outcome.ok ? outcome.value : 0
  return `${count} new${isComplete ? '' : ', and Plex did not tell all'}`
}

/** Finds the owner's friends and everybody of their Plex Home. */
export const findPeopleJob = defineJob({
  name: 'find-people',
  queue: 'watch',
  retry: { attempts: 10, firstPauseMs: 10 * SECOND, longestPauseMs: 10 * MINUTE },
  run: async (_, deps) => {
    const owner = await signedInOwner(deps)
    return finished(owner === undefined ? 'nobody is signed in' : await find(owner, deps))
  },
})
