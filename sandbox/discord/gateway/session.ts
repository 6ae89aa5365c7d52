import { randomBytes } from 'node:crypto'
import { GatewayIntentBits } from 'discord-api-types/v10'
import type { WebSocket } from 'ws'
import type { News } from '../world/world.ts'

/** How long a session outlives its connection, and how much it remembers for the bot's return. */
const KEPT_FOR = 90_000
const REMEMBERED = 2_000

/** What was sent, as it was when it was sent. */
type Dispatched = { s: number; text: string }

/** Events that only come with an intent; all others come to everyone. */
const NEEDS: Record<string, number> = {
  GUILD_CREATE: GatewayIntentBits.Guilds,
  GUILD_DELETE: GatewayIntentBits.Guilds,
  GUILD_ROLE_CREATE: GatewayIntentBits.Guilds,
  GUILD_ROLE_DELETE: GatewayIntentBits.Guilds,
  CHANNEL_CREATE: GatewayIntentBits.Guilds,
  CHANNEL_DELETE: GatewayIntentBits.Guilds,
  GUILD_MEMBER_ADD: GatewayIntentBits.GuildMembers,
  GUILD_MEMBER_REMOVE: GatewayIntentBits.GuildMembers,
}

/** What a bot gets from READY on, over as many connections as it takes. */
export type Session = {
  id: string
  /** The connection it has at the moment. */
  socket: WebSocket | null
  /** The number of the last event. */
  seq(): number
  tell(news: News): void
  /** Whether everything after `seq` is still known. */
  remembers(seq: number): boolean
  /** Sends again what came after `seq`. */
  replay(seq: number): void
  /** Gives the session a connection, in the place of any that it had. */
  attach(socket: WebSocket): void
  /** Leaves the session without this connection, for a while or for good. */
  detach(socket: WebSocket): void
  isOver(): boolean
}

export const createSession = (intents: number): Session => {
  const sent: Dispatched[] = []
  let seq = 0
  let leftAt: number | null = null
  const session: Session = {
    id: randomBytes(16).toString('hex'),
    socket: null,
    seq: () => seq,
    tell: ({ event, data }) => {
      const needs = NEEDS[event]
      if (needs !== undefined && !(intents & needs)) return
      seq += 1
      const text = JSON.stringify({ op: 0, s: seq, t: event, d: data })
      sent.push({ s: seq, text })
      if (sent.length > REMEMBERED) sent.shift()
      session.socket?.send(text)
    },
    remembers: (from) => from >= (sent[0]?.s ?? seq + 1) - 1,
    replay: (from) => {
      for (const { s, text } of sent) if (s > from) session.socket?.send(text)
    },
    attach: (socket) => {
      session.socket?.terminate()
      session.socket = socket
      leftAt = null
    },
    detach: (socket) => {
      if (session.socket !== socket) return
      session.socket = null
      leftAt = performance.now()
    },
    isOver: () => leftAt !== null && performance.now() - leftAt > KEPT_FOR,
  }
  return session
}
