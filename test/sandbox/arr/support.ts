import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished } from 'vitest'
import type { createSpec } from './spec.ts'

export type Body = { [key: string]: unknown }

/** Something that can be asked over HTTP. */
type Stand = { url: string; apiKey: string }

/** What an answer held. `json` is typed for the reader's ease; the specification checks it. */
export type Said = { status: number; headers: Headers; text: string; json: never }

const parsed = (text: string): never => {
  try {
    return JSON.parse(text) as never
  } catch {
    return undefined as never
  }
}

/** Asks a stand-in. Every answer of 2xx but a web page is held against the specification, where there is one. */
export const createAsk =
  (stand: Stand, spec?: ReturnType<typeof createSpec>) =>
  async (
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Said> => {
    const asked = path.startsWith('/') ? path : `/api/v3/${path}`
    const response = await fetch(`${stand.url}${asked}`, {
      method,
      redirect: 'manual',
      headers: {
        'x-api-key': stand.apiKey,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const text = await response.text()
    const said = { status: response.status, headers: response.headers, text, json: parsed(text) }
    const isPage = response.headers.get('content-type')?.startsWith('text/html')
    if (spec && response.status < 300 && !isPage)
      expect(spec.check(method, asked.replace(/\?.*/, ''), said.json)).toEqual([])
    return said
  }

/** One webhook that came. */
export type Received = {
  method: string
  path: string
  headers: IncomingHttpHeaders
  text: string
  body: Body
}

/** How a webhook is answered: a status, and for a redirection where to. */
type Reply = number | { status: number; location: string }

/** Somebody who takes webhooks; `answers` says how, by default with 202. */
export const createReceiver = async () => {
  const received: Received[] = []
  let answer: (count: number) => Reply | Promise<Reply> = () => 202
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const text = Buffer.concat(chunks).toString()
    const { method = '', url: path = '', headers } = request
    received.push({ method, path, headers, text, body: text ? (JSON.parse(text) as Body) : {} })
    const reply = await answer(received.length)
    if (typeof reply === 'number') response.writeHead(reply).end()
    else response.writeHead(reply.status, { location: reply.location }).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const close = () => {
    server.closeAllConnections()
    return new Promise((resolve) => server.close(resolve))
  }
  onTestFinished(async () => void (await close()))
  return {
    url: `http://127.0.0.1:${port}/hook`,
    received,
    close,
    answers: (how: typeof answer) => {
      answer = how
    },
    events: () => received.map(({ body }) => body.eventType),
    last: (): Received => {
      const last = received.at(-1)
      if (!last) throw new Error('No webhook came.')
      return last
    },
  }
}

const all = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, true]))

/** The body that saves a webhook with those occasions switched on. */
export const connectionTo = (url: string, occasions: readonly string[], rest: Body = {}): Body => ({
  name: 'Usherr',
  implementation: 'Webhook',
  implementationName: 'Webhook',
  configContract: 'WebhookSettings',
  tags: [],
  fields: [
    { name: 'url', value: url },
    { name: 'method', value: 1 },
    { name: 'username', value: 'usherr' },
    { name: 'password', value: 'hush' },
  ],
  ...all(occasions),
  ...rest,
})

/** The keys of a body and what stands behind them, all the way down: `movie.id number`. */
export const shapeOf = (value: unknown, path = ''): string[] => {
  if (Array.isArray(value)) return value.length > 0 ? shapeOf(value[0], `${path}[]`) : [`${path}[]`]
  if (typeof value !== 'object' || value === null) return [`${path} ${typeof value}`]
  return Object.entries(value).flatMap(([key, inner]) => shapeOf(inner, path ? `${path}.${key}` : key))
}
