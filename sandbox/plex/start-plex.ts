import type { Call } from '../kit/calls.ts'
import { type Clock, wallClock } from '../kit/clock.ts'
import { type StandIn, startStandIn } from '../kit/stand-in.ts'
import { catalogue as everyTitle } from '../tmdb/catalogue/catalogue.ts'
import type { Catalogue } from '../tmdb/catalogue/types.ts'
import { serveApp } from './app/serve.ts'
import { serveCommunity } from './community/serve.ts'
import { serveDiscover } from './discover/serve.ts'
import { createHands } from './hands.ts'
import { serveRss, serveStorage } from './rss/serve.ts'
import { createMediaServers } from './start-media.ts'
import { serveTv } from './tv/serve.ts'
import { createWorld } from './world/create-world.ts'
import type { Server, Weather, World } from './world/types.ts'

/** The services of Plex that a program talks to, beside plex.tv and the media servers. */
type Services = {
  /** discover.provider.plex.tv, for `PLEX_DISCOVER_URL`. */
  discover: StandIn
  /** community.plex.tv, for `PLEX_COMMUNITY_URL`. */
  community: StandIn
  /** rss.plex.tv, for `PLEX_RSS_URL`. */
  rss: StandIn
  /** Where feeds are really kept; rss.plex.tv sends readers there. */
  storage: StandIn
}

type HostedCall = Call & { host: 'tv' | 'media' | keyof Services }

/**
 * The stand-in of Plex's own services, and the hands of the people who use them. Its own faults and calls are those of
 * plex.tv; each other service has its own.
 */
export type Plex = StandIn &
  Services &
  ReturnType<typeof createHands> & {
    /** The address of the page on which people sign in, for `PLEX_APP_URL`; `url` is plex.tv's, for `PLEX_TV_URL`. */
    appUrl: string
    discoverUrl: string
    communityUrl: string
    rssUrl: string
    world: World
    /** How the services misbehave without failing; to be changed in place. */
    weather: Weather
    /** What a program did that it must not. */
    violations: readonly string[]
    /** The media server's own stand-in, for its faults and calls. */
    mediaServer(server: Server): Promise<StandIn>
    /** Every service that is there, plex.tv first; to let all of them go away, heal, or forget their calls. */
    hosts(): Promise<StandIn[]>
    /** The calls of all services in the order of their times. */
    log(): Promise<HostedCall[]>
  }

/**
 * Starts Plex's services on free ports of the loopback. A program that runs on a faster clock needs a stand-in on a
 * clock of the same rate: sign-ins run out by it, and who polls too fast by it is turned away.
 */
export const startPlex = async ({
  clock = wallClock,
  port = 0,
  appPort = 0,
  catalogue = everyTitle,
}: {
  clock?: Clock
  port?: number
  appPort?: number
  catalogue?: Catalogue
} = {}): Promise<Plex> => {
  const world = createWorld(clock, catalogue)
  const media = createMediaServers(world, clock)
  const feedAddress = (uuid: string): string => `${rss.url}/${uuid}`

  const answerTv = serveTv(world)
  const tv = await startStandIn(clock, port, async (call, query) => {
    // The list of servers names their ports.
    await media.all()
    return answerTv(call, query)
  })
  const app = await startStandIn(clock, appPort, serveApp(world))
  const storage = await startStandIn(clock, 0, serveStorage(world, feedAddress))
  const rss = await startStandIn(clock, 0, serveRss(world, storage.url))
  const discover = await startStandIn(clock, 0, serveDiscover(world, feedAddress))
  const community = await startStandIn(clock, 0, serveCommunity(world))
  const services: Services = { discover, community, rss, storage }

  const log = async (): Promise<HostedCall[]> => {
    const named = (host: HostedCall['host'], { calls }: StandIn) => calls.map((call) => ({ ...call, host }))
    return [
      ...named('tv', tv),
      ...named('discover', discover),
      ...named('community', community),
      ...named('rss', rss),
      ...named('storage', storage),
      ...(await media.all()).flatMap((one) => named('media', one)),
    ].toSorted((one, other) => one.at - other.at)
  }

  return {
    ...tv,
    ...services,
    ...createHands(world),
    appUrl: app.url,
    discoverUrl: discover.url,
    communityUrl: community.url,
    rssUrl: rss.url,
    world,
    weather: world.weather,
    violations: world.violations,
    mediaServer: media.of,
    hosts: async () => [tv, ...Object.values(services), ...(await media.all())],
    log,
    close: async () => {
      await Promise.all([tv, app, ...Object.values(services)].map((one) => one.close()))
      await media.close()
    },
  }
}
