import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import type { Answer } from './answers.ts'
import { write } from './json.ts'

type Serve = (request: IncomingMessage, body: Buffer) => Promise<{ answer: Answer; breaks: boolean }>

const read = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

const pack = (bytes: Buffer, accepts: string): { bytes: Buffer; encoding?: string } => {
  if (/\bbr\b/.test(accepts)) return { bytes: brotliCompressSync(bytes), encoding: 'br' }
  if (/\bgzip\b/.test(accepts)) return { bytes: gzipSync(bytes), encoding: 'gzip' }
  return { bytes }
}

const send = (request: IncomingMessage, response: ServerResponse, answer: Answer, breaks: boolean) => {
  const text = answer.text ?? (answer.json === undefined ? '' : write(answer.json))
  const type = answer.type ?? (text ? 'application/json; charset=utf-8' : undefined)
  const { bytes, encoding } = text
    ? pack(Buffer.from(text), String(request.headers['accept-encoding'] ?? ''))
    : { bytes: Buffer.alloc(0) }
  response.writeHead(answer.status, {
    server: 'Kestrel',
    ...(type && { 'content-type': type }),
    ...(encoding && { 'content-encoding': encoding }),
    'content-length': bytes.length,
    ...answer.headers,
  })
  if (breaks) response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => response.destroy())
  else response.end(request.method === 'HEAD' ? undefined : bytes)
}

/** A port on the loopback that can go away and come back. */
export const createListener = async (serve: Serve, port: number) => {
  const sockets = new Set<Socket>()
  let server: Server | undefined

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    // Whoever calls may give up at any moment; what was asked is done all the same.
    response.on('error', () => undefined)
    const { answer, breaks } = await serve(request, await read(request))
    if (!response.destroyed) send(request, response, answer, breaks)
  }

  const up = async (on: number): Promise<number> => {
    const listening = createServer((request, response) => {
      answer(request, response).catch(() => response.destroy())
    })
    listening.on('connection', (socket) => {
      sockets.add(socket)
      socket.on('close', () => sockets.delete(socket))
    })
    await new Promise<void>((resolve, reject) => {
      listening.once('error', reject)
      listening.listen(on, '127.0.0.1', resolve)
    })
    server = listening
    return (listening.address() as AddressInfo).port
  }

  const down = async () => {
    const closing = server
    server = undefined
    const closed = new Promise((resolve) => (closing ? closing.close(resolve) : resolve(undefined)))
    for (const socket of sockets) socket.destroy()
    await closed
  }

  const bound = await up(port)
  return { port: bound, down, up: async () => void (server ?? (await up(bound))) }
}
