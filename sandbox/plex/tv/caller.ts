import type { Request } from '../../kit/router.ts'
import { accountOf } from '../world/people.ts'
import type { Account, World } from '../world/types.ts'
import { Refusal, refusal, xml } from './reply.ts'

/** Something that a client says of itself or its call: by header, in the query, or in a form or JSON body. */
export const said = ({ call, query }: Request, name: string): string | undefined => {
  const header = call.headers[name.toLowerCase()]
  const body =
    typeof call.body === 'object' && call.body !== null
      ? (call.body as Record<string, unknown>)[name]
      : undefined
  const value = header ?? query.get(name) ?? body
  return value === undefined || value === '' ? undefined : String(value)
}

/** The identity that each call of the second interface must carry. */
export const clientOf = (request: Request): string => {
  const client = said(request, 'X-Plex-Client-Identifier')
  if (client === undefined) throw refusal(400, 1000, 'X-Plex-Client-Identifier is missing')
  return client
}

/** Whose token a call carries. The watchlist services, unlike plex.tv, let callers be who do not say what they are. */
export const holderOf = (world: World, request: Request): { account: Account; token: string } => {
  const token = said(request, 'X-Plex-Token')
  const id = token === undefined ? undefined : world.tokens.get(token)
  if (token === undefined || id === undefined) throw refusal(401, 1001, 'User could not be authenticated')
  return { account: accountOf(world, id), token }
}

/** Who calls, and by which token. */
export const callerOf = (world: World, request: Request): { account: Account; token: string } => {
  clientOf(request)
  return holderOf(world, request)
}

/** Who calls the old interface, which has refusals of its own: a token that was revoked is a 422 there. */
export const classicCallerOf = (world: World, request: Request): Account => {
  const token = said(request, 'X-Plex-Token') ?? ''
  const id = world.tokens.get(token)
  if (id !== undefined) return accountOf(world, id)
  if (world.revoked.has(token)) throw new Refusal(xml('<errors><error>Invalid token</error></errors>', 422))
  throw new Refusal(xml('<errors><error>Invalid authentication token.</error></errors>', 401))
}
