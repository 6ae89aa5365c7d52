import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import type { APIMessage } from 'discord-api-types/v10'
import type { Check } from './checks-seam.ts'
import { createGateway } from './gateway/gateway.ts'
import { createLimits } from './limits/limits.ts'
import { createSessionStarts } from './limits/session-starts.ts'
import { createPerson } from './people/person.ts'
import { until } from './people/until.ts'
import { createFaults } from './rest/faults.ts'
import { createRecords } from './rest/records.ts'
import { createRestServer } from './rest/server.ts'
import type { Service } from './service.ts'
import { knownDirectMessages } from './world/add-places.ts'
import { announce, type World } from './world/world.ts'

export type DiscordWish = {
  world: World
  /** What looks at every request body; without any, only what the stand-in itself must know is refused. */
  checks?: readonly Check[]
  /** 0: any free one. */
  port?: number
  /** How often bots must send a heartbeat. */
  heartbeatMs?: number
  /** How long after an IDENTIFY the next one is let in; 0 for programs that are restarted in a loop. */
  identifyEveryMs?: number
}

/** Discord, as far as a bot and the people around it can tell, on a port of this machine. */
export const startDiscord = async ({
  world,
  checks = [],
  port = 0,
  heartbeatMs = 41_250,
  identifyEveryMs = 5_000,
}: DiscordWish) => {
  const records = createRecords()
  const faults = createFaults()
  const { now } = world.clock
  let address = ''
  const service: Service = {
    world,
    limits: createLimits(now),
    starts: createSessionStarts(now, identifyEveryMs),
    host: () => address,
  }
  const http = createRestServer(service, { checks, records, faults })
  const gateway = createGateway(http, service, heartbeatMs)
  http.listen(port, '127.0.0.1')
  await once(http, 'listening')
  address = `127.0.0.1:${(http.address() as AddressInfo).port}`

  const messagesIn = (channel: string): APIMessage[] =>
    (world.messages.get(channel) ?? []).filter(({ onlyFor }) => onlyFor === null).map(({ body }) => body)
  const lately = () =>
    `\nLast calls: ${records.calls
      .slice(-8)
      .map(({ method, path, status }) => `${method} ${path} ${status}`)
      .join(', ')}\nBreaches: ${JSON.stringify(records.breaches)}`

  return {
    world,
    /** What goes into DISCORD_API_URL. */
    url: `http://${address}/api`,
    get token() {
      return world.token
    },
    /** Every request to the API, in order. */
    calls: records.calls,
    /** Every rule of Discord's about bodies that a request broke. */
    breaches: records.breaches,
    counters: records.counters,
    rest: { failNext: faults.failNext, delay: faults.delay },
    gateway,
    as: (user: { id: string }) => createPerson(service, user),
    /** A channel as everyone in it sees it: its messages, oldest first, without the ephemeral ones. */
    channel: ({ id }: { id: string }) => ({ messages: () => messagesIn(id) }),
    /** The messages between the bot and a person, oldest first. */
    dms: ({ id }: { id: string }) => messagesIn(knownDirectMessages(world, id)?.id ?? ''),
    /** Waits until `what` gives something, and fails with what went on lately when it doesn't. */
    until: <T>(what: () => T | Promise<T>, withinMs?: number) =>
      until(service, what, withinMs, undefined, lately),
    /** Calls back after every change of the world, until the returned function is called. */
    onChange: (call: () => void): (() => void) => {
      const listener = () => call()
      world.listeners.add(listener)
      return () => void world.listeners.delete(listener)
    },
    /** Lets time pass at once: messages, tokens and rations grow older. */
    pass: (ms: number): void => {
      world.clock.pass(ms)
      announce(world)
    },
    stop: async (): Promise<void> => {
      gateway.stop()
      http.closeAllConnections()
      http.close()
      await once(http, 'close')
    },
  }
}

export type Discord = Awaited<ReturnType<typeof startDiscord>>
