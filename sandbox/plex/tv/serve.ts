import { createRouter } from '../../kit/router.ts'
import type { Serve } from '../../kit/stand-in.ts'
import type { World } from '../world/types.ts'
import { accountRoutes } from './account.ts'
import { classicRoutes } from './classic.ts'
import { friendRoutes } from './friends.ts'
import { homeRoutes } from './home.ts'
import { pinRoutes } from './pins.ts'
import { NOT_FOUND, Refusal, type Reply, render } from './reply.ts'
import { resourceRoutes } from './resources.ts'
import { webhookRoutes } from './webhooks.ts'

/** plex.tv over a world. */
export const serveTv = (world: World): Serve => {
  const find = createRouter<Reply>([
    ...pinRoutes(world),
    ...accountRoutes(world),
    ...resourceRoutes(world),
    ...friendRoutes(world),
    ...homeRoutes(world),
    ...webhookRoutes(world),
    ...classicRoutes(world),
  ])

  return (call, query) => {
    const accepts = call.headers.accept ?? ''
    const found = find(call.method, call.path)
    if (typeof found === 'string') return render(NOT_FOUND, accepts)
    try {
      return render(found.route.handle({ call, query, params: found.params }), accepts)
    } catch (error) {
      if (error instanceof Refusal) return render(error.reply, accepts)
      throw error
    }
  }
}
