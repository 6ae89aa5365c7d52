import type { Serve } from '../../kit/stand-in.ts'
import { serveRoutes } from '../serve-routes.ts'
import type { World } from '../world/types.ts'
import { actionRoutes } from './actions.ts'
import { feedRoutes } from './feeds.ts'
import { titleRoutes } from './titles.ts'
import { watchlistRoutes } from './watchlist.ts'

/** discover.provider.plex.tv over a world; `feedAddress` is where the feed of that uuid is read. */
export const serveDiscover = (world: World, feedAddress: (uuid: string) => string): Serve =>
  serveRoutes([
    ...watchlistRoutes(world),
    ...titleRoutes(world),
    ...actionRoutes(world),
    ...feedRoutes(world, feedAddress),
  ])
