import type { Request, Route } from '../../kit/router.ts'
import type { Account, World } from '../world/types.ts'
import { callerOf } from './caller.ts'
import { data, type Reply, refusal } from './reply.ts'

const subscriber = (world: World, request: Request): Account => {
  const { account } = callerOf(world, request)
  if (!account.plexPass) throw refusal(403, 1043, 'This action is not available for this user')
  return account
}

const list = ({ webhooks }: Account, status = 200): Reply =>
  data(
    'webhooks',
    webhooks.map((url) => ({ url })),
    status,
  )

/** The whole list is written at once; an empty `urls` clears it. */
const replace = (world: World, request: Request): Reply => {
  const account = subscriber(world, request)
  const { urls, 'urls[]': repeated } = (request.call.body ?? {}) as { urls?: unknown; 'urls[]'?: unknown }
  const wanted = repeated ?? urls
  if (wanted === undefined) throw refusal(400, 1000, 'urls is missing')
  account.webhooks = [wanted].flat().map(String).filter(Boolean)
  return list(account, 201)
}

/** Where Plex posts the events of an account's servers; needs a Plex Pass. */
export const webhookRoutes = (world: World): Route<Reply>[] => [
  { method: 'GET', path: '/api/v2/user/webhooks', handle: (request) => list(subscriber(world, request)) },
  { method: 'POST', path: '/api/v2/user/webhooks', handle: (request) => replace(world, request) },
]
