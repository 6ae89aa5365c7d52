import { GatewayCloseCodes as Close, GatewayIntentBits as Intent } from 'discord-api-types/v10'
import { z } from 'zod'
import type { Service } from '../service.ts'
import { createSession, type Session } from './session.ts'

/** What a bot did to open or reopen its session. */
export type Entrance = { kind: 'identify' | 'resume'; at: number; path: string; accepted: boolean }

export type Lobby = {
  service: Service
  sessions: Map<string, Session>
  entrances: Entrance[]
  heartbeatMs: number
}

/** Let in, turned away with a close code, or told that the session is invalid. */
export type Verdict = { session: Session; seen: number } | { close: number } | 'invalid'

const PRIVILEGED = Intent.GuildMembers | Intent.GuildPresences | Intent.MessageContent
const HIGHEST_INTENT = Intent.DirectMessagePolls

const identity = z.looseObject({
  token: z.string(),
  intents: z.int().nonnegative(),
  properties: z.looseObject({}),
  shard: z.tuple([z.int(), z.int()]).optional(),
})

/** IDENTIFY: the token, the shard and the intents must be right, and it must not come too soon after another. */
export const identify = ({ service, sessions, entrances }: Lobby, path: string, d: unknown): Verdict => {
  const { world, starts } = service
  const asked = identity.safeParse(d)
  if (!asked.success) return { close: Close.DecodeError }
  const { token, intents, shard } = asked.data
  if (token !== world.token) return { close: Close.AuthenticationFailed }
  if (shard && shard[0] >= shard[1]) return { close: Close.InvalidShard }
  if (intents >= HIGHEST_INTENT * 2) return { close: Close.InvalidIntents }
  if (intents & PRIVILEGED & ~world.privilegedIntents) return { close: Close.DisallowedIntents }
  const accepted = starts.take()
  entrances.push({ kind: 'identify', at: world.clock.now(), path, accepted })
  if (!accepted) return 'invalid'
  const session = createSession(intents)
  sessions.set(session.id, session)
  return { session, seen: 0 }
}

const comeback = z.looseObject({ token: z.string(), session_id: z.string(), seq: z.int() })

/** RESUME: the session must still be known, and all that was missed with it. */
export const resume = ({ service, sessions, entrances }: Lobby, path: string, d: unknown): Verdict => {
  const { world } = service
  const asked = comeback.safeParse(d)
  if (!asked.success) return { close: Close.DecodeError }
  const { token, session_id: id, seq } = asked.data
  if (token !== world.token) return { close: Close.AuthenticationFailed }
  const session = sessions.get(id)
  const isKnown = session !== undefined && !session.isOver()
  const isFuture = isKnown && seq > session.seq()
  const accepted = isKnown && !isFuture && session.remembers(seq)
  entrances.push({ kind: 'resume', at: world.clock.now(), path, accepted })
  if (accepted) return { session, seen: seq }
  sessions.delete(id)
  return isFuture ? { close: Close.InvalidSeq } : 'invalid'
}
