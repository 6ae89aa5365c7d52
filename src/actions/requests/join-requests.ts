import { type Follower, insertFollower } from '../../db/queries/followers.ts'
import type { Scope } from '../define.ts'

const nameIn = ({ discordId, name, personId }: Follower): string => discordId ?? name ?? personId

/** Joins open requests, to hear their news; the value is how many of them were new to this person. */
export const joinRequests = async (
  scope: Scope,
  requestIds: readonly string[],
  follower: Follower,
): Promise<number> => {
  let joined = 0
  for (const id of requestIds) {
    if (!(await insertFollower(scope.tx, id, follower, scope.now))) continue
    await scope.record({ subject: id, events: ['request.followed'], after: { follower: nameIn(follower) } })
    joined += 1
  }
  return joined
}
