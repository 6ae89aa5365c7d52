import type { ActionDeps } from '../actions/define.ts'
import type { DispatchDeps } from '../bot/dispatch.ts'
import { createDiscord } from '../clients/discord/discord.ts'
import type { Application, Discord } from '../clients/discord/types.ts'
import { createHttp } from '../clients/http.ts'
import { registry } from '../commands/index.ts'
import { createClock } from '../platform/clock.ts'
import type { Config, Role } from '../platform/config.ts'
import type { Vault } from '../platform/crypto.ts'
import { CannotStart } from '../platform/data-dir.ts'
import { isFault } from '../platform/faults.ts'
import type { Log } from '../platform/logger.ts'
import type { Metrics } from '../platform/metrics.ts'
import { producerRedis, type RedisAddress } from '../platform/redis.ts'
import type { Stop } from '../platform/shutdown.ts'
import type { JobDeps } from '../workers/deps.ts'
import { createServersMemory } from '../workers/watch/presence.ts'
import { createAskMember } from './ask-member.ts'
import { startBotRole } from './bot-role.ts'
import { takeByHttp } from './http-interactions.ts'
import { type Live, listen } from './listen.ts'
import { patiently } from './patiently.ts'
import { createPlexLines } from './plex-lines.ts'
import { createPlexPace } from './plex-pace.ts'
import { pokeOthers } from './poke.ts'
import { arrLines, commandPorts, titlesOf } from './ports.ts'
import { openRedis } from './redis-part.ts'
import { plexClientId } from './secrets.ts'
import { startWorkerRole } from './worker-role.ts'

/** What every role stands on. */
export type Ground = Readonly<{
  config: Config
  actions: ActionDeps
  vault: Vault
  secretKey: Uint8Array
  claimCode: string
  metrics: Metrics
  log: Log
  dataDir: string
}>

/** Registers something to be closed; what is registered last is closed first. */
export type Closing = (name: string, stop: Stop['stop']) => void

/** The lines out, and the application that we are. */
type Lines = Readonly<{
  http: ReturnType<typeof createHttp>
  plex: ReturnType<typeof createPlexLines>
  publicUrl: string
  discord: Discord
  askMember: JobDeps['askMember']
  application: Application
}>

const has = ({ config }: Ground, role: Role): boolean => config.roles.includes(role)

/** Asks Discord who we are; a refused token ends the program at once, an absent Discord after two minutes. */
const knock = async (discord: Discord, { actions, log }: Ground): Promise<Application> => {
  try {
    return await patiently(
      'Discord',
      () => discord.application(),
      (error) => isFault(error, 'unauthorised'),
      actions.clock,
      log,
    )
  } catch (error) {
    if (!isFault(error, 'unauthorised')) throw error
    throw new CannotStart(
      'DISCORD_TOKEN: Discord does not accept it. Get a new one at https://discord.com/developers/applications (Bot, Reset Token).',
      78,
      error,
    )
  }
}

/** Starts the workers here, or connects to wake those of another process. Returns how to wake them. */
const startWork = (
  ground: Ground,
  lines: Lines | undefined,
  redis: RedisAddress,
  live: Live,
  closing: Closing,
) => {
  const { actions, vault, log, metrics, config } = ground
  if (lines === undefined || !has(ground, 'worker')) {
    const sending = producerRedis(redis, log)
    closing('redis connection', () => sending.disconnect())
    live.redisUp = () => sending.status === 'ready'
    return pokeOthers(sending)
  }
  const { http, plex, publicUrl, discord, askMember, application } = lines
  const worker = startWorkerRole(
    {
      ...actions,
      vault,
      discord,
      askMember,
      plex,
      serversOf: createServersMemory(actions.clock),
      titles: titlesOf({ actions, config, http, vault }),
      ...arrLines(vault, http),
      applicationId: application.id,
      imageUrl: config.tmdb.imageUrl,
      publicUrl,
      log,
      random: Math.random,
    },
    redis,
    metrics,
  )
  for (const { name, stop } of worker.stops.toReversed()) closing(name, stop)
  live.redisUp = worker.redisUp
  live.pace = worker.pace
  return worker.poke
}

const dispatchDeps = (ground: Ground, lines: Lines, actions: ActionDeps): DispatchDeps => {
  const { config, vault, claimCode, log, metrics } = ground
  const { http, plex, publicUrl, askMember, application } = lines
  return {
    commands: commandPorts({ actions, config, http, plex, publicUrl, vault, claimCode }),
    registry: registry(),
    owners: new Set(application.ownerIds),
    askMember,
    log,
    metrics,
    patience: createClock().sleep,
  }
}

/**
 * Starts the parts that ROLES names, in the order in which they need each other. The HTTP server listens first, so
 * that whoever watches sees a process that lives and isn't ready yet.
 */
export const startRoles = async (
  ground: Ground,
  closing: Closing,
  end: (problem: CannotStart) => void,
): Promise<void> => {
  const { config, actions, log, dataDir } = ground
  const live: Live = { redisUp: () => false, poke: () => undefined, pace: async () => undefined }
  const redis = await openRedis(config, dataDir, actions.clock, log)
  closing('redis', redis.stop)
  const shared: ActionDeps = { ...actions, poke: () => live.poke() }
  const server = await listen(ground, shared, live)
  closing('http', server.close)

  // No instance address may lead back to ourselves.
  const http = createHttp({ forbidden: [{ address: server.address, port: server.port }] })
  closing('connections', http.close)
  const plex = createPlexLines(
    { ...config.plex, clientId: plexClientId(ground.secretKey), product: 'Usherr' },
    http,
    createPlexPace(actions.db, actions.clock),
    actions.clock,
  )

  const { token, apiUrl, guildId, publicKey } = config.discord
  if (token === undefined) {
    live.poke = startWork(ground, undefined, redis.address, live, closing)
    return
  }
  const discord = createDiscord({ token, apiUrl }, () => live.pace())
  const application = await knock(discord, ground)
  const publicUrl = config.http.publicUrl ?? `http://localhost:${server.port}`
  const askMember = createAskMember(discord, actions.clock)
  const lines: Lines = { http, plex, publicUrl, discord, askMember, application }
  live.poke = startWork(ground, lines, redis.address, live, closing)
  closing('http intake', server.close)

  const deps = dispatchDeps(ground, lines, shared)
  if (publicKey !== undefined) live.take = takeByHttp(deps, discord)
  if (has(ground, 'bot')) {
    const settings = { token, apiUrl, ...(guildId === undefined ? {} : { guildId }) }
    live.gateway = await startBotRole(settings, application.id, discord, deps, end)
    closing('gateway', live.gateway.stop)
  }
}
