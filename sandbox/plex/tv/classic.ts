import type { Request, Route } from '../../kit/router.ts'
import { accountOf } from '../world/people.ts'
import type { Account, Server, Share, World } from '../world/types.ts'
import { avatarOf } from './avatar.ts'
import { classicCallerOf, clientOf } from './caller.ts'
import { NOT_FOUND, Refusal, type Reply, xml } from './reply.ts'
import { unixSeconds } from './times.ts'
import { attributes } from './xml.ts'

const RIGHTS = { allowTuners: 0, allowSync: 1, allowCameraUpload: 0, allowChannels: 0, allowSubtitleAdmin: 0 }
const FILTERS = { filterAll: '', filterMovies: '', filterMusic: '', filterPhotos: '', filterTelevision: '' }

const container = (machineIdentifier: string, elements: string[]): Reply => {
  const facts = attributes({
    friendlyName: 'myPlex',
    identifier: 'com.plexapp.plugins.myplex',
    machineIdentifier,
    totalSize: elements.length,
    size: elements.length,
  })
  return xml(`<MediaContainer${facts}>\n${elements.join('\n')}\n</MediaContainer>`)
}

const serverElement = (world: World, server: Server, share: Share) =>
  `<Server${attributes({
    id: share.id,
    serverId: server.id,
    machineIdentifier: server.machineIdentifier,
    name: server.name,
    lastSeenAt: unixSeconds(world.now()),
    numLibraries: server.sections.length,
    allLibraries: 1,
    owned: 1,
    pending: 0,
  })}/>`

const userElement = (world: World, caller: Account, account: Account) => {
  const facts = attributes({
    id: account.id,
    title: account.title,
    username: account.username,
    email: account.email,
    recommendationsPlaylistId: '',
    thumb: avatarOf(account),
    protected: 0,
    home: Number(account.homeAdmin !== undefined && account.homeAdmin === caller.homeAdmin),
    ...RIGHTS,
    ...FILTERS,
    restricted: Number(account.username === null),
  })
  const servers = world.servers
    .filter(({ ownerId }) => ownerId === caller.id)
    .flatMap((server) =>
      server.shares
        .filter(({ accountId }) => accountId === account.id)
        .map((share) => serverElement(world, server, share)),
    )
  return `<User${facts}>${servers.join('')}</User>`
}

const users = (world: World, request: Request): Reply => {
  clientOf(request)
  const caller = classicCallerOf(world, request)
  const friends = [...caller.friends].map((id) => accountOf(world, id))
  return container(
    '3dff4c4da3b1229a649aa574a9e2b419a684a20e',
    friends.map((account) => userElement(world, caller, account)),
  )
}

const sharedServer = (world: World, server: Server, share: Share) => {
  const account = accountOf(world, share.accountId)
  const facts = attributes({
    id: share.id,
    username: account.username,
    email: account.email,
    userID: account.id,
    accessToken: share.accessToken,
    name: server.name,
    acceptedAt: unixSeconds(share.acceptedAt),
    invitedAt: unixSeconds(share.invitedAt),
    ...RIGHTS,
    owned: 0,
    allLibraries: 1,
    ...FILTERS,
  })
  const sections = server.sections.map((section) => `<Section${attributes({ ...section, shared: 1 })}/>`)
  return `<SharedServer${facts}>${sections.join('')}</SharedServer>`
}

/** Only the owner is told who else may use a server. */
const sharedServers = (world: World, request: Request): Reply => {
  const caller = classicCallerOf(world, request)
  const server = world.servers.find(({ machineIdentifier }) => machineIdentifier === request.params.machine)
  if (!server || server.ownerId !== caller.id) throw new Refusal(NOT_FOUND)
  return container(
    server.machineIdentifier,
    server.shares.map((share) => sharedServer(world, server, share)),
  )
}

/** The old interface, in XML whatever one accepts. */
export const classicRoutes = (world: World): Route<Reply>[] => [
  { method: 'GET', path: '/api/users', handle: (request) => users(world, request) },
  {
    method: 'GET',
    path: '/api/servers/{machine}/shared_servers',
    handle: (request) => sharedServers(world, request),
  },
]
