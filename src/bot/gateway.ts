import {
  Client,
  DiscordjsError,
  DiscordjsErrorCodes,
  GatewayCloseCodes,
  GatewayDispatchEvents,
  GatewayIntentBits,
} from 'discord.js'
import { CannotStart } from '../platform/data-dir.ts'
import type { Log } from '../platform/logger.ts'

/** What this part of the program does with what the gateway brings. */
type Handlers = Readonly<{
  interaction(raw: unknown): void
  /** The bot was invited to a guild. */
  joined(guildId: string): void
  /** Discord refuses the token or what we ask for, now or later: only a person can mend that. */
  refused(problem: CannotStart): void
}>

export type Gateway = Readonly<{ up(): boolean; stop(): Promise<void> }>

const TOKEN_REFUSED =
  'DISCORD_TOKEN: Discord no longer accepts it. Get a new one at https://discord.com/developers/applications (Bot, Reset Token).'
const REFUSALS: Readonly<Record<number, string>> = {
  [GatewayCloseCodes.AuthenticationFailed]: TOKEN_REFUSED,
  [GatewayCloseCodes.InvalidIntents]: 'Discord refused the intents that Usherr asks for.',
  [GatewayCloseCodes.DisallowedIntents]: 'Discord refused the intents that Usherr asks for.',
}

/** @throws CannotStart when Discord refuses the token; anything else may pass, with a client made anew */
const logIn = async (client: Client, token: string): Promise<void> => {
  try {
    await client.login(token)
  } catch (error) {
    await client.destroy()
    const isRefused = error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid
    throw isRefused ? new CannotStart(TOKEN_REFUSED, 78, error) : error
  }
}

/**
 * Connects to Discord's gateway with the one intent that interactions need. Interactions are taken raw, as they
 * come: discord.js would hold them back while a guild is unavailable, and Discord waits three seconds only.
 */
export const connectGateway = async (
  settings: { token: string; apiUrl: string },
  handlers: Handlers,
  log: Log,
): Promise<Gateway> => {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds],
    rest: { api: settings.apiUrl },
    waitGuildTimeout: 0,
  })
  let up = false
  let stopping = false
  client.on('raw', (packet: { t: string; d: unknown }) => {
    if (packet.t !== GatewayDispatchEvents.InteractionCreate) return
    // Renamed, so that discord.js leaves it alone: its own reading throws on shapes it does not expect, and that
    // would end the process.
    packet.t = 'TAKEN'
    handlers.interaction(packet.d)
  })
  client.on('guildCreate', ({ id }) => handlers.joined(id))
  client.on('clientReady', () => {
    up = true
    log.info({ event: 'connection', name: 'gateway' }, 'connected to Discord')
  })
  client.on('shardDisconnect', ({ code }) => {
    up = false
    const sentence = REFUSALS[code]
    if (sentence !== undefined) handlers.refused(new CannotStart(sentence))
    else log.warn({ event: 'connection', name: 'gateway', code }, 'Discord closed the connection for good')
  })
  client.on('shardReconnecting', () => {
    up = false
    if (!stopping) log.info({ event: 'connection', name: 'gateway' }, 'lost Discord; connecting again')
  })
  client.on('shardResume', () => {
    up = true
  })
  client.on('shardReady', () => {
    up = true
  })
  // discord.js reports some troubles as errors that would end the process; it mends them itself.
  client.on('error', (err) => log.warn({ err }, 'discord.js reports an error'))
  client.on('shardError', (err) => log.debug({ err }, 'the gateway connection reports an error'))
  await logIn(client, settings.token)
  return {
    up: () => up,
    stop: async () => {
      up = false
      stopping = true
      await client.destroy()
    },
  }
}
