import { createServer, type RequestListener, type Server } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo, Server as NetServer, Socket } from 'node:net'
import { onTestFinished } from 'vitest'
import { certificate } from './certificate.ts'

const listen = async (server: NetServer, stop: () => void): Promise<number> => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(
    () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        stop()
      }),
  )
  return (server.address() as AddressInfo).port
}

/** A web server on loopback for one test; gives its address. */
export const serve = async (handler: RequestListener): Promise<string> => {
  const server: Server = createServer(handler)
  return `http://127.0.0.1:${await listen(server, () => server.closeAllConnections())}`
}

/** The same behind a certificate that nobody trusts. */
export const serveTls = async (handler: RequestListener): Promise<string> => {
  const server = createTlsServer(certificate, handler)
  return `https://127.0.0.1:${await listen(server, () => server.closeAllConnections())}`
}

/** A server that speaks anything but HTTP. */
export const serveRaw = async (server: NetServer): Promise<string> => {
  const sockets = new Set<Socket>()
  server.on('connection', (socket) => sockets.add(socket.on('error', () => {})))
  const stop = () => {
    for (const socket of sockets) socket.destroy()
  }
  return `http://127.0.0.1:${await listen(server, stop)}`
}

/** Answers with JSON. */
export const json =
  (body: unknown, status = 200, headers: Record<string, string> = {}): RequestListener =>
  (_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers })
    response.end(JSON.stringify(body))
  }
