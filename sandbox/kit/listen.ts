import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'

/** A port on the loopback that can go away and come back. */
export type Listener = {
  port: number
  /** Closes the port and every connection; the next call is refused. */
  down(): Promise<void>
  /** Opens the same port again. */
  up(): Promise<void>
}

/** Opens a port, any free one for 0. */
export const listen = async (port: number, handle: RequestListener): Promise<Listener> => {
  const sockets = new Set<Socket>()
  let server: Server | undefined

  const open = async (on: number): Promise<number> => {
    const opened = createServer(handle)
    opened.on('connection', (socket) => {
      sockets.add(socket)
      socket.on('close', () => sockets.delete(socket))
    })
    await new Promise<void>((resolve, reject) => {
      opened.once('error', reject)
      opened.listen(on, '127.0.0.1', resolve)
    })
    server = opened
    return (opened.address() as AddressInfo).port
  }

  const down = async () => {
    const closing = server
    server = undefined
    const closed = new Promise((resolve) => (closing ? closing.close(resolve) : resolve(undefined)))
    for (const socket of sockets) socket.destroy()
    await closed
  }

  const bound = await open(port)
  const up = async () => {
    if (!server) await open(bound)
  }
  return { port: bound, down, up }
}
