import type { Request, Route } from '../../kit/router.ts'
import { holderOf } from '../tv/caller.ts'
import { data, type Reply } from '../tv/reply.ts'
import type { Account, PlexTitle, World } from '../world/types.ts'
import { addToWatchlist, removeFromWatchlist } from '../world/watchlist.ts'
import { knownTitle } from './titles.ts'

const change = (
  world: World,
  request: Request,
  act: (world: World, account: Account, title: PlexTitle) => unknown,
): Reply => {
  const { account } = holderOf(world, request)
  act(world, account, knownTitle(world, request.query.get('ratingKey')))
  return data('MediaContainer', {})
}

/** Putting titles on the own watchlist and taking them off; doing either again changes nothing. */
export const actionRoutes = (world: World): Route<Reply>[] => [
  {
    method: 'PUT',
    path: '/actions/addToWatchlist',
    handle: (request) => change(world, request, addToWatchlist),
  },
  {
    method: 'PUT',
    path: '/actions/removeFromWatchlist',
    handle: (request) => change(world, request, removeFromWatchlist),
  },
]
