import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Check } from '../checks-seam.ts'
import type { Service } from '../service.ts'
import { DiscordError } from './errors.ts'
import type { Fault, Faults } from './faults.ts'
import { handle, type Outgoing } from './handle.ts'
import { type Records, record } from './records.ts'

const API = /^\/api\/+v10(?=\/)/

type Needs = { checks: readonly Check[]; records: Records; faults: Faults }

const write = (response: ServerResponse, { status, body, headers }: Outgoing): void => {
  if (body === undefined) response.writeHead(status, headers).end()
  else
    response.writeHead(status, { ...headers, 'content-type': 'application/json' }).end(JSON.stringify(body))
}

const serveFile = ({ world }: Service, path: string, response: ServerResponse): void => {
  const file = world.files.get(path.split('/')[3] ?? '')
  if (file) response.writeHead(200, { 'content-type': file.type }).end(file.bytes)
  else response.writeHead(404).end()
}

const readAll = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

const RETRY_AFTER = 0.5

const failed = (status: number): Outgoing => {
  const body =
    status === 429
      ? { message: 'You are being rate limited.', retry_after: RETRY_AFTER, global: false }
      : { message: `${status}: ordered by a test`, code: 0 }
  const headers = { 'retry-after': String(RETRY_AFTER), 'x-ratelimit-scope': 'user' }
  return { status, body, headers: status === 429 ? headers : {} }
}

const serveApi = async (
  service: Service,
  { checks, records, faults }: Needs,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const method = request.method ?? 'GET'
  const target = (request.url ?? '').replace(API, '')
  const path = decodeURIComponent(target.split('?')[0] ?? '')
  const note = (status: number) => record(records, { method, path, status, at: service.world.clock.now() })
  const call = `${method} ${path}`
  const bytes = await readAll(request)
  const ms = faults.delayOf(call)
  if (ms > 0) await sleep(ms)
  const fault: Fault | undefined = faults.takeFault(call)
  if (fault === 'hang') return note(0)
  if (fault === 'reset') {
    request.socket.destroy()
    return note(0)
  }
  const { authorization, 'content-type': type = '' } = request.headers
  const outgoing =
    typeof fault === 'number'
      ? failed(fault)
      : await handle(service, { checks, records }, { method, target, authorization, type, bytes })
  note(fault === 'lost' ? 0 : outgoing.status)
  if (fault === 'lost') request.socket.destroy()
  else write(response, outgoing)
}

/** The HTTP side: the API under `/api/v10`, uploaded files under `/attachments`. */
export const createRestServer = (service: Service, needs: Needs): Server => {
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = request.url ?? ''
    if (url.startsWith('/attachments/')) return serveFile(service, url, response)
    if (API.test(url)) return serveApi(service, needs, request, response)
    const { status, body } = new DiscordError(404, { message: '404: Not Found', code: 0 })
    write(response, { status, body, headers: {} })
  }
  return createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      console.error('The stand-in of Discord failed:', error)
      if (!response.headersSent) write(response, failed(500))
    })
  })
}
