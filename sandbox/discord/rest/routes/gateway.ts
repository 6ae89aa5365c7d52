import { ok } from '../request.ts'
import type { Route } from '../route.ts'

export const gatewayRoutes: readonly Route[] = [
  {
    method: 'GET',
    route: '/gateway',
    auth: 'bot',
    run: ({ host }) => ok({ url: `ws://${host()}` }),
  },
  {
    method: 'GET',
    route: '/gateway/bot',
    auth: 'bot',
    run: ({ host, starts }) =>
      ok({ url: `ws://${host()}`, shards: 1, session_start_limit: starts.sessionStartLimit() }),
  },
]
