import type { Request, Route } from '../../kit/router.ts'
import { clientOf, holderOf } from '../tv/caller.ts'
import { data, type Reply, refusal } from '../tv/reply.ts'
import { feedFor } from '../world/feeds.ts'
import type { FeedType, World } from '../world/types.ts'

const isFeedType = (value: unknown): value is FeedType =>
  value === 'watchlist' || value === 'friendsWatchlist'

const create = (world: World, request: Request, feedAddress: (uuid: string) => string): Reply => {
  const { account } = holderOf(world, request)
  clientOf(request)
  if (!account.plexPass) throw refusal(403, 1043, 'This action is not available for this user')
  const { feedType } = (request.call.body ?? {}) as { feedType?: unknown }
  if (!isFeedType(feedType)) throw refusal(400, 1000, 'feedType is missing or unknown')
  const { uuid } = feedFor(world, account.id, feedType)
  return data('RSSInfo', { RSSInfo: [{ feedType, uuid, url: feedAddress(uuid) }] })
}

/** The addresses of feeds, for who has a Plex Pass; the same ones whenever they are asked for. */
export const feedRoutes = (world: World, feedAddress: (uuid: string) => string): Route<Reply>[] => [
  { method: 'POST', path: '/rss', handle: (request) => create(world, request, feedAddress) },
]
