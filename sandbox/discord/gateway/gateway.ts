import type { Server } from 'node:http'
import { GatewayCloseCodes as Close, GatewayOpcodes as Op } from 'discord-api-types/v10'
import { WebSocketServer } from 'ws'
import type { Service } from '../service.ts'
import { serveConnection } from './connection.ts'
import type { Entrance, Lobby } from './enter.ts'

/** The codes after which Discord takes nobody back into the same session. */
const SESSION_ENDS: readonly number[] = [
  1000,
  1001,
  Close.AuthenticationFailed,
  Close.InvalidSeq,
  Close.SessionTimedOut,
  Close.InvalidShard,
  Close.ShardingRequired,
  Close.InvalidAPIVersion,
  Close.InvalidIntents,
  Close.DisallowedIntents,
]

/** The WebSocket side, and the handles by which a test makes it misbehave. */
export type Gateway = {
  /** Every IDENTIFY and RESUME so far, in order. */
  entrances: readonly Entrance[]
  /** How many bots are connected and past READY or RESUMED. */
  connected(): number
  /** Asks every bot to reconnect (op 7). */
  reconnect(): void
  /** Declares every session invalid (op 9), for good or until the bot resumes. */
  invalidate(resumable: boolean): void
  /** Closes every connection with a code. */
  close(code: number): void
  /** Cuts every connection without a word. */
  drop(): void
  stop(): void
}

export const createGateway = (http: Server, service: Service, heartbeatMs: number): Gateway => {
  const { world } = service
  const lobby: Lobby = { service, sessions: new Map(), entrances: [], heartbeatMs }
  const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false })
  http.on('upgrade', (request, socket, head) => {
    sockets.handleUpgrade(request, socket, head, (opened) => {
      const { pathname, searchParams } = new URL(request.url ?? '/', 'ws://discord')
      if (searchParams.get('v') !== '10') return opened.close(Close.InvalidAPIVersion, 'Invalid API version.')
      if (searchParams.get('encoding') !== 'json' || searchParams.has('compress')) {
        return opened.close(Close.DecodeError, 'This stand-in speaks plain JSON only.')
      }
      serveConnection(lobby, opened, pathname)
    })
  })
  const connected = () => [...lobby.sessions.values()].filter(({ socket }) => socket !== null)
  const toAll = (op: number, d: unknown) => {
    for (const { socket } of connected()) socket?.send(JSON.stringify({ op, d, s: null, t: null }))
  }
  const tell = (news: Parameters<Parameters<typeof world.listeners.add>[0]>[0]) => {
    if (!news) return
    for (const session of lobby.sessions.values()) {
      if (session.isOver()) lobby.sessions.delete(session.id)
      else session.tell(news)
    }
  }
  world.listeners.add(tell)
  return {
    entrances: lobby.entrances,
    connected: () => connected().length,
    reconnect: () => toAll(Op.Reconnect, null),
    invalidate: (resumable) => {
      toAll(Op.InvalidSession, resumable)
      for (const session of connected()) if (session.socket) session.detach(session.socket)
      if (!resumable) lobby.sessions.clear()
    },
    close: (code) => {
      for (const session of connected()) {
        session.socket?.close(code)
        if (SESSION_ENDS.includes(code)) lobby.sessions.delete(session.id)
      }
    },
    drop: () => {
      for (const { socket } of connected()) socket?.terminate()
    },
    stop: () => {
      world.listeners.delete(tell)
      for (const socket of sockets.clients) socket.terminate()
      sockets.close()
    },
  }
}
