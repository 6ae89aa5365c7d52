import type { IncomingMessage, ServerResponse } from 'node:http'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { type Listener, listen } from '../../kit/listen.ts'
import type { Answer } from './answers.ts'
import { write } from './json.ts'

type Serve = (request: IncomingMessage, bytes: Buffer) => Promise<{ answer: Answer; breaks: boolean }>

const read = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

/** Packs a body as the applications do, whenever the caller says that it can unpack. */
const pack = (bytes: Buffer, accepts: string): { bytes: Buffer; encoding?: string } => {
  if (bytes.length === 0) return { bytes }
  if (/\bbr\b/.test(accepts)) return { bytes: brotliCompressSync(bytes), encoding: 'br' }
  if (/\bgzip\b/.test(accepts)) return { bytes: gzipSync(bytes), encoding: 'gzip' }
  return { bytes }
}

const send = (request: IncomingMessage, response: ServerResponse, answer: Answer, breaks: boolean) => {
  const body = answer.body ?? (answer.json === undefined ? '' : write(answer.json))
  const type = answer.type ?? (body.length > 0 ? 'application/json; charset=utf-8' : undefined)
  const { bytes, encoding } = pack(Buffer.from(body), String(request.headers['accept-encoding'] ?? ''))
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

/** Opens a port that speaks as the applications' web server does. */
export const createListener = (serve: Serve, port: number): Promise<Listener> => {
  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    // Whoever calls may give up at any moment; what was asked is done all the same.
    response.on('error', () => undefined)
    const { answer, breaks } = await serve(request, await read(request))
    if (!response.destroyed) send(request, response, answer, breaks)
  }
  return listen(port, (request, response) => {
    handle(request, response).catch(() => response.destroy())
  })
}
