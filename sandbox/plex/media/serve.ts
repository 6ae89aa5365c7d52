import { html } from '../../kit/answers.ts'
import type { Request, Route } from '../../kit/router.ts'
import type { Serve } from '../../kit/stand-in.ts'
import { container } from '../discover/container.ts'
import { serveRoutes } from '../serve-routes.ts'
import { said } from '../tv/caller.ts'
import { data, NOT_FOUND, Refusal, type Reply } from '../tv/reply.ts'
import type { Holding, Server, World } from '../world/types.ts'
import { titleOf } from '../world/watchlist.ts'
import { itemOf, seasonsOf } from './metadata.ts'

const UNAUTHORIZED = html(
  401,
  '<html><head><title>Unauthorized</title></head><body><h1>401 Unauthorized</h1></body></html>',
)

/** A server lets in who owns it, by their own token, and who it is shared with, by the token of the share. */
const letIn = (world: World, { ownerId, shares }: Server, request: Request): void => {
  const token = said(request, 'X-Plex-Token') ?? ''
  const isOwner = world.tokens.get(token) === ownerId
  if (!isOwner && !shares.some(({ accessToken }) => accessToken === token)) throw new Refusal(UNAUTHORIZED)
}

const identity = ({ machineIdentifier }: Server): Reply =>
  data('MediaContainer', {
    MediaContainer: { size: 0, claimed: true, machineIdentifier, version: '1.41.3.9314-a0bfb8370' },
  })

const all = (world: World, server: Server, request: Request): Reply => {
  letIn(world, server, request)
  const guid = request.query.get('guid')
  const items = server.holdings
    .map((held) => itemOf(server, titleOf(world, held), held))
    .filter((item) => guid === null || item.guid === guid)
  return container({ allowSync: true, identifier: 'com.plexapp.plugins.library' }, items)
}

const held = (server: Server, request: Request): Holding => {
  const found = server.holdings.find(({ ratingKey }) => String(ratingKey) === request.params.ratingKey)
  if (!found) throw new Refusal(NOT_FOUND)
  return found
}

const one = (world: World, server: Server, request: Request): Reply => {
  letIn(world, server, request)
  const found = held(server, request)
  return container({ allowSync: true }, [itemOf(server, titleOf(world, found), found)])
}

const children = (world: World, server: Server, request: Request): Reply => {
  letIn(world, server, request)
  const found = held(server, request)
  const title = titleOf(world, found)
  return container(
    { allowSync: true, key: String(found.ratingKey), parentTitle: title.title, viewGroup: 'season' },
    seasonsOf(title, found),
  )
}

/** A Plex Media Server: what it is, and which titles it holds. */
export const serveMedia = (world: World, server: Server): Serve => {
  const routes: Route<Reply>[] = [
    { method: 'GET', path: '/identity', handle: () => identity(server) },
    { method: 'GET', path: '/library/all', handle: (request) => all(world, server, request) },
    {
      method: 'GET',
      path: '/library/metadata/{ratingKey}',
      handle: (request) => one(world, server, request),
    },
    {
      method: 'GET',
      path: '/library/metadata/{ratingKey}/children',
      handle: (request) => children(world, server, request),
    },
  ]
  return serveRoutes(routes)
}
