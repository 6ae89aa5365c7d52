import { publicPageOf } from '../discover/metadata.ts'
import { pageStart } from '../page-start.ts'
import { avatarOf } from '../tv/avatar.ts'
import { accountOf } from '../world/people.ts'
import type { Account, WatchlistEntry, World } from '../world/types.ts'
import { titleOf } from '../world/watchlist.ts'
import { GraphqlTrouble } from './resolve.ts'

/** How many entries one page may have. */
const LONGEST_PAGE = 100

const cursorOf = ({ addedAt }: WatchlistEntry): string => Buffer.from(String(addedAt)).toString('base64')

const timeOf = (cursor: unknown): number => {
  if (cursor === null || cursor === undefined) return Number.POSITIVE_INFINITY
  const time = Number(Buffer.from(String(cursor), 'base64').toString())
  if (!time) throw new GraphqlTrouble('BAD_USER_INPUT', 'The cursor is not valid.')
  return time
}

const node = (world: World, entry: WatchlistEntry) => {
  const title = titleOf(world, entry)
  return {
    id: title.key,
    title: title.title,
    type: title.kind.toUpperCase(),
    year: title.year,
    publicPagesURL: publicPageOf(title),
  }
}

const page = (world: World, list: readonly WatchlistEntry[], first: unknown, after: unknown) => {
  if (!Number.isInteger(first) || Number(first) < 1 || Number(first) > LONGEST_PAGE)
    throw new GraphqlTrouble('BAD_USER_INPUT', `first must be a number from 1 to ${LONGEST_PAGE}.`)
  const before = timeOf(after)
  const known = list.filter(({ addedAt }) => addedAt >= before).length
  const start = pageStart(known, Number(first), world.weather.overlap)
  const shown = list.slice(start, start + Number(first))
  const last = shown.at(-1)
  return {
    nodes: shown.map((entry) => node(world, entry)),
    pageInfo: {
      hasNextPage: start + Number(first) < list.length,
      endCursor: last === undefined ? null : cursorOf(last),
    },
  }
}

/** The list of somebody as the caller may see it. */
const visibleList = (world: World, caller: Account, account: Account): readonly WatchlistEntry[] => {
  if (account.id === caller.id) return account.watchlist
  if (caller.friends.has(account.id) && !account.watchlistHidden) return account.watchlist
  if (world.weather.hiddenLists === 'empty') return []
  throw new GraphqlTrouble('FORBIDDEN', 'You are not allowed to see this watchlist.')
}

const user = (world: World, caller: Account, account: Account) => ({
  __typename: 'User',
  id: account.uuid,
  username: account.username,
  displayName: account.title,
  avatar: avatarOf(account),
  friendStatus: caller.friends.has(account.id) ? 'FRIENDS' : null,
  watchlist: ({ first, after }: { first?: unknown; after?: unknown }) =>
    page(world, visibleList(world, caller, account), first, after),
})

/** What can be asked for, as the caller sees it. Managed users are nobody's friends here. */
export const schemaFor = (world: World, caller: Account): Record<string, unknown> => ({
  allFriendsV2: () =>
    [...caller.friends]
      .map((id) => accountOf(world, id))
      .filter(({ username }) => username !== null)
      .map((account) => ({
        createdAt: new Date(Math.max(caller.joinedAt, account.joinedAt)).toISOString(),
        user: user(world, caller, account),
      })),
  userV2: ({ user: wanted }: { user?: { id?: unknown } | null }) => {
    const found = world.accounts.find(({ uuid, username }) => uuid === wanted?.id && username !== null)
    if (!found) throw new GraphqlTrouble('NOT_FOUND', 'The user could not be found.')
    return user(world, caller, found)
  },
})
