import { GatewayCloseCodes as Close, GatewayOpcodes as Op } from 'discord-api-types/v10'
import type { RawData, WebSocket } from 'ws'
import { z } from 'zod'
import { createWindows } from '../limits/windows.ts'
import { identify, type Lobby, resume, type Verdict } from './enter.ts'
import type { Session } from './session.ts'
import { welcome } from './welcome.ts'

const LARGEST_PAYLOAD = 4_096
const SENDS = { limit: 120, perMs: 60_000 }
/** Discord tolerates some latency on top of the interval it names. */
const TOLERANCE = 1.25

const payload = z.looseObject({ op: z.int(), d: z.unknown() })

const decode = (raw: RawData): z.infer<typeof payload> | undefined => {
  const text = raw.toString()
  if (Buffer.byteLength(text) > LARGEST_PAYLOAD) return undefined
  try {
    return payload.parse(JSON.parse(text))
  } catch {
    return undefined
  }
}

/** Leads one connection of one bot, from HELLO to its close. */
export const serveConnection = (lobby: Lobby, socket: WebSocket, path: string): void => {
  const { service, sessions, heartbeatMs } = lobby
  const sends = createWindows(() => performance.now())
  let session: Session | null = null
  const isIn = () => session?.socket === socket && sessions.has(session.id)
  const say = (op: number, d: unknown) => socket.send(JSON.stringify({ op, d, s: null, t: null }))

  const timeOut = () => {
    if (session) sessions.delete(session.id)
    socket.close(Close.SessionTimedOut, 'Session timed out.')
  }
  let deadline = setTimeout(timeOut, heartbeatMs * TOLERANCE)
  const beat = () => {
    clearTimeout(deadline)
    deadline = setTimeout(timeOut, heartbeatMs * TOLERANCE)
    say(Op.HeartbeatAck, null)
  }

  const greet = (entered: Session) => {
    for (const news of welcome(service, entered.id)) entered.tell(news)
  }
  const catchUp = (entered: Session, seen: number) => {
    entered.replay(seen)
    entered.tell({ event: 'RESUMED', data: {} })
  }
  const admit = (verdict: Verdict, receive: typeof catchUp): Close | undefined => {
    if (verdict === 'invalid') say(Op.InvalidSession, false)
    else if ('close' in verdict) return verdict.close
    else {
      session = verdict.session
      session.attach(socket)
      receive(session, verdict.seen)
    }
    return undefined
  }

  /** Does what a message asks for; gives the code to close with when it should not have been sent. */
  const react = ({ op, d }: z.infer<typeof payload>): Close | undefined => {
    switch (op) {
      case Op.Heartbeat:
        beat()
        return undefined
      case Op.Identify:
        return isIn() ? Close.AlreadyAuthenticated : admit(identify(lobby, path, d), greet)
      case Op.Resume:
        return isIn() ? Close.AlreadyAuthenticated : admit(resume(lobby, path, d), catchUp)
      case Op.PresenceUpdate:
      case Op.VoiceStateUpdate:
      case Op.RequestGuildMembers:
        return isIn() ? undefined : Close.NotAuthenticated
      default:
        return Close.UnknownOpcode
    }
  }

  const receive = (raw: RawData) => {
    const message = decode(raw)
    const isTooFast = !sends.take('send', SENDS.limit, SENDS.perMs).allowed
    const code = !message ? Close.DecodeError : isTooFast ? Close.RateLimited : react(message)
    if (code !== undefined) socket.close(code)
  }

  socket.on('message', receive)
  socket.on('close', (code) => {
    clearTimeout(deadline)
    session?.detach(socket)
    // A bot that says goodbye properly gives its session up.
    if (session && (code === 1000 || code === 1001)) sessions.delete(session.id)
  })
  say(Op.Hello, { heartbeat_interval: heartbeatMs })
}
