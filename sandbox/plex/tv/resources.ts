import type { Request, Route } from '../../kit/router.ts'
import { accountOf } from '../world/people.ts'
import type { Account, Server, World } from '../world/types.ts'
import { callerOf } from './caller.ts'
import { data, type Reply } from './reply.ts'
import { isoSeconds } from './times.ts'

type Wanted = { https: boolean; relay: boolean; ipv6: boolean }

const connection = (https: boolean, host: string, address: string, port: number, facts: object) => ({
  protocol: https ? 'https' : 'http',
  address,
  port,
  uri: https
    ? `https://${address.replaceAll(/[.:]/g, '-')}.${host}.plex.direct:${port}`
    : `http://${address}:${port}`,
  local: false,
  relay: false,
  IPv6: false,
  ...facts,
})

/** A port on which nobody listens: below all those that are given out. */
const NOBODY = 19_999

const loopback = (port: number) => connection(false, '', '127.0.0.1', port, { local: true })

const inTheWorld = (machineIdentifier: string, { https, relay, ipv6 }: Wanted) => [
  connection(https, machineIdentifier, '172.18.0.3', 32400, { local: true }),
  connection(https, machineIdentifier, '203.0.113.7', 32400, {}),
  ...(ipv6 ? [connection(true, machineIdentifier, '2001:db8::7', 32400, { IPv6: true })] : []),
  ...(relay ? [connection(true, machineIdentifier, '198.51.100.9', 8443, { relay: true })] : []),
]

const connectionsOf = ({ machineIdentifier, reachedBy, port }: Server, wanted: Wanted) =>
  reachedBy.flatMap((way) => {
    if (way === 'the world') return inTheWorld(machineIdentifier, wanted)
    return [loopback(way === 'itself' ? port : NOBODY)]
  })

const serverResource = (world: World, server: Server, caller: Account, token: string, wanted: Wanted) => {
  const owner = accountOf(world, server.ownerId)
  const owned = owner.id === caller.id
  const sameHome = owner.homeAdmin !== undefined && owner.homeAdmin === caller.homeAdmin
  return {
    name: server.name,
    product: 'Plex Media Server',
    productVersion: '1.41.3.9314-a0bfb8370',
    platform: 'Linux',
    platformVersion: '6.8.0-49-generic',
    device: 'Docker Container',
    clientIdentifier: server.machineIdentifier,
    createdAt: isoSeconds(server.createdAt),
    lastSeenAt: isoSeconds(world.now()),
    provides: 'server',
    ownerId: owned ? null : owner.id,
    sourceTitle: owned ? null : owner.title,
    publicAddress: '203.0.113.7',
    accessToken: token,
    owned,
    home: !owned && sameHome,
    synced: false,
    relay: true,
    presence: true,
    httpsRequired: false,
    publicAddressMatches: false,
    dnsRebindingProtection: false,
    natLoopbackSupported: false,
    connections: connectionsOf(server, wanted),
  }
}

const playerResource = (world: World, player: Account['players'][number], token: string) => ({
  name: player.name,
  product: 'Plex for Android (Mobile)',
  productVersion: '10.26.0.2578',
  platform: 'Android',
  platformVersion: '15',
  device: 'Pixel 8',
  clientIdentifier: player.clientIdentifier,
  createdAt: isoSeconds(player.createdAt),
  lastSeenAt: isoSeconds(world.now()),
  provides: 'client,player,pubsub-player,controller',
  ownerId: null,
  sourceTitle: null,
  publicAddress: '198.51.100.23',
  accessToken: token,
  owned: true,
  home: false,
  synced: false,
  relay: false,
  presence: false,
  httpsRequired: false,
  publicAddressMatches: false,
  dnsRebindingProtection: false,
  natLoopbackSupported: false,
  connections: [],
})

/** By which token the caller uses a server: their own where they own it, the share's otherwise. */
const accessTo = (server: Server, caller: Account, token: string): string | undefined =>
  server.ownerId === caller.id
    ? token
    : server.shares.find(({ accountId }) => accountId === caller.id)?.accessToken

const list = (world: World, request: Request): Reply => {
  const { account, token } = callerOf(world, request)
  const asks = (name: string) => request.query.get(name) === '1'
  const wanted = { https: asks('includeHttps'), relay: asks('includeRelay'), ipv6: asks('includeIPv6') }
  const servers = world.servers.flatMap((server) => {
    const access = accessTo(server, account, token)
    return access === undefined ? [] : [serverResource(world, server, account, access, wanted)]
  })
  return data('resources', [
    ...account.players.map((player) => playerResource(world, player, token)),
    ...servers,
  ])
}

/** The servers that somebody may use, owned and shared, among their players. */
export const resourceRoutes = (world: World): Route<Reply>[] => [
  { method: 'GET', path: '/api/v2/resources', handle: (request) => list(world, request) },
]
