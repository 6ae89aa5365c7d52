import type { Serve } from '../../kit/stand-in.ts'
import { serveRoutes } from '../serve-routes.ts'
import type { World } from '../world/types.ts'
import { accountRoutes } from './account.ts'
import { classicRoutes } from './classic.ts'
import { friendRoutes } from './friends.ts'
import { homeRoutes } from './home.ts'
import { pinRoutes } from './pins.ts'
import { resourceRoutes } from './resources.ts'
import { webhookRoutes } from './webhooks.ts'

/** plex.tv over a world. */
export const serveTv = (world: World): Serve =>
  serveRoutes([
    ...pinRoutes(world),
    ...accountRoutes(world),
    ...resourceRoutes(world),
    ...friendRoutes(world),
    ...homeRoutes(world),
    ...webhookRoutes(world),
    ...classicRoutes(world),
  ])
