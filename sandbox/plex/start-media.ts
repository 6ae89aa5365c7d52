import type { Clock } from '../kit/clock.ts'
import { type StandIn, startStandIn } from '../kit/stand-in.ts'
import { serveMedia } from './media/serve.ts'
import type { Server, World } from './world/types.ts'

/** The Plex Media Servers of a world, each on a port of its own. */
export const createMediaServers = (world: World, clock: Clock) => {
  const started = new Map<Server, Promise<StandIn>>()

  const start = async (server: Server): Promise<StandIn> => {
    const standIn = await startStandIn(clock, 0, serveMedia(world, server))
    server.port = Number(new URL(standIn.url).port)
    return standIn
  }

  /** The stand-in of a server, which is started when it is asked for first. */
  const of = (server: Server): Promise<StandIn> => {
    const before = started.get(server)
    if (before) return before
    const starting = start(server)
    started.set(server, starting)
    return starting
  }

  const all = (): Promise<StandIn[]> => Promise.all(world.servers.map(of))

  const close = async (): Promise<void> => {
    for (const standIn of await Promise.all(started.values())) await standIn.close()
  }

  return { of, all, close }
}
