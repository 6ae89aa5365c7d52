import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Answer } from './answers.ts'
import { type Call, readBody } from './calls.ts'
import type { Clock } from './clock.ts'
import { createFaults, type Faults } from './faults.ts'
import { listen } from './listen.ts'
import { createMischief, type Mischief } from './mischief.ts'

/** A small web service on the loopback that stands in for a real one. */
export type StandIn = Faults &
  Mischief & {
    /** Its address, without a slash at the end. */
    url: string
    /** Every call, in the order in which they came. */
    calls: Call[]
    /** Makes it unreachable: connections are refused. */
    down(): Promise<void>
    up(): Promise<void>
    close(): Promise<void>
  }

/** Answers one call; what it throws is a 500, as a crash is. */
export type Serve = (call: Call, query: URLSearchParams) => Answer | Promise<Answer>

const collect = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

const send = (response: ServerResponse, { status, body, type, headers }: Answer, breaks: boolean) => {
  const bytes = Buffer.from(body ?? '')
  response.writeHead(status, {
    ...(type && { 'content-type': type }),
    ...(status !== 204 && { 'content-length': bytes.length }),
    ...headers,
  })
  if (breaks) response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => response.destroy())
  else response.end(bytes)
}

/** Starts a service that answers with `serve`. */
export const startStandIn = async (clock: Clock, port: number, serve: Serve): Promise<StandIn> => {
  const faults = createFaults()
  const mischief = createMischief()
  const calls: Call[] = []

  const note = async (request: IncomingMessage): Promise<{ call: Call; query: URLSearchParams }> => {
    const { pathname, search, searchParams } = new URL(request.url ?? '/', 'http://stand-in')
    const body = readBody(request.headers['content-type'], await collect(request))
    const { method = 'GET', headers } = request
    const call: Call = { at: clock.now(), method, path: pathname, search, headers, body }
    calls.push(call)
    return { call, query: searchParams }
  }

  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    // Whoever calls may give up at any moment; what was asked is done all the same.
    response.on('error', () => undefined)
    const { call, query } = await note(request)
    const answer = (await faults.before(call)) ?? mischief.touch(call, await serve(call, query))
    call.status = answer.status
    if (!response.destroyed) send(response, answer, faults.breaks())
  }

  const listener = await listen(port, (request, response) => {
    handle(request, response).catch((error: unknown) => {
      console.error(error)
      if (!response.headersSent) response.writeHead(500)
      response.end()
    })
  })

  return {
    ...faults.driver,
    ...mischief.driver,
    heal: () => {
      faults.driver.heal()
      mischief.clear()
    },
    url: `http://127.0.0.1:${listener.port}`,
    calls,
    down: listener.down,
    up: listener.up,
    close: listener.down,
  }
}
