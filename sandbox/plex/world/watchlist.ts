import { findTitle, type TitleName } from './titles.ts'
import type { Account, PlexTitle, WatchlistEntry, World } from './types.ts'

/** Adds a title to somebody's watchlist, as of now. What is on it already stays where it is. */
export const addToWatchlist = (
  world: World,
  account: Account,
  name: TitleName,
  at = world.now(),
): WatchlistEntry => {
  if (account.username === null) throw new Error(`${account.title} is a managed user and has no watchlist.`)
  const { key } = findTitle(world, name)
  const before = account.watchlist.find(({ plexKey }) => plexKey === key)
  if (before) return before
  // Pages of lists go by this time, so no two entries of one list may share it.
  const taken = new Set(account.watchlist.map(({ addedAt }) => addedAt))
  let addedAt = at
  while (taken.has(addedAt)) addedAt += 1
  const entry = { plexKey: key, addedAt }
  account.watchlist = [...account.watchlist, entry].toSorted((one, other) => other.addedAt - one.addedAt)
  return entry
}

/** Takes a title off somebody's watchlist; nothing happens when it isn't there. */
export const removeFromWatchlist = (world: World, account: Account, name: TitleName): void => {
  const { key } = findTitle(world, name)
  account.watchlist = account.watchlist.filter(({ plexKey }) => plexKey !== key)
}

/** The title of an entry. */
export const titleOf = (world: World, { plexKey }: Pick<WatchlistEntry, 'plexKey'>): PlexTitle =>
  findTitle(world, plexKey)
