import type { Account, World } from './types.ts'

/** Makes two accounts friends; doing it again changes nothing. */
export const befriend = (one: Account, other: Account): void => {
  one.friends.add(other.id)
  other.friends.add(one.id)
}

/** Ends a friendship, and with it what the two share with each other, as on plex.tv. */
export const unfriend = (world: World, one: Account, other: Account): void => {
  one.friends.delete(other.id)
  other.friends.delete(one.id)
  const both = [one.id, other.id]
  for (const server of world.servers.filter(({ ownerId }) => both.includes(ownerId)))
    server.shares = server.shares.filter(({ accountId }) => !both.includes(accountId))
}
