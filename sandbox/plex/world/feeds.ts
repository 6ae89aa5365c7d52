import { randomUUID } from 'node:crypto'
import { accountOf } from './people.ts'
import type { Feed, FeedEntry, FeedType, World } from './types.ts'

/** A feed ends with the fiftieth entry. */
const LONGEST = 50

/** The feed of an account; it is made when it is asked for first, and keeps its address. */
export const feedFor = (world: World, accountId: number, type: FeedType): Feed => {
  const before = world.feeds.find((feed) => feed.accountId === accountId && feed.type === type)
  if (before) return before
  const feed: Feed = { uuid: randomUUID(), accountId, type }
  world.feeds.push(feed)
  return feed
}

const listedBy = (world: World, accountId: number): FeedEntry[] => {
  const { watchlist, uuid } = accountOf(world, accountId)
  return watchlist.map((entry) => ({ ...entry, author: uuid }))
}

/** What a feed shows: the newest entries of its account, or of all friends who do not hide theirs. */
export const entriesOf = (world: World, { accountId, type, stalled }: Feed): FeedEntry[] => {
  if (stalled) return stalled
  const { friends } = accountOf(world, accountId)
  const authors =
    type === 'watchlist' ? [accountId] : [...friends].filter((id) => !accountOf(world, id).watchlistHidden)
  return authors
    .flatMap((id) => listedBy(world, id))
    .toSorted((one, other) => other.addedAt - one.addedAt)
    .slice(0, LONGEST)
}

/** Lets every feed go on showing what it shows now, or be itself again. */
export const stallFeeds = (world: World, stalls: boolean): void => {
  for (const feed of world.feeds) {
    if (stalls) feed.stalled = entriesOf(world, feed)
    else delete feed.stalled
  }
}

/** Forgets the feeds of an account: their addresses lead nowhere, and whoever asks again is given others. */
export const forgetFeeds = (world: World, accountId: number): void => {
  world.feeds = world.feeds.filter((feed) => feed.accountId !== accountId)
}
