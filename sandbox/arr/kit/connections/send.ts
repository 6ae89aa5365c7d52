import { request as httpRequest, type IncomingMessage, STATUS_CODES } from 'node:http'
import type { App } from '../app.ts'
import type { Json } from '../json.ts'
import { write } from '../json.ts'
import type { Settings } from './types.ts'

/** What the receiver said: a status, or why there was none. */
export type Said = { status: number } | { error: string }

const PATIENCE = 100_000
const REDIRECTS = 5

type Letter = { method: string; url: URL; headers: Record<string, string>; text: string | undefined }

/** Basic, before anyone asks for it, in the alphabet that the applications use for it: other letters are lost. */
const authorization = ({ username, password }: Settings): Record<string, string> => {
  if (!username && !password) return {}
  const pair = Buffer.from(`${username ?? ''}:${password ?? ''}`, 'latin1').toString('base64')
  return { authorization: `Basic ${pair}` }
}

const extra = ({ headers }: Settings): Record<string, string> =>
  Object.fromEntries(
    (Array.isArray(headers) ? headers : []).map(({ key, value }) => [String(key), String(value)]),
  )

/** One exchange; the body of the answer is read to the end and forgotten. */
const exchange = ({ method, url, headers, text }: Letter, signal: AbortSignal) =>
  new Promise<IncomingMessage>((resolve, reject) => {
    const outgoing = httpRequest(url, { method, headers, signal, agent: false }, (incoming) => {
      incoming.resume()
      incoming.on('end', () => resolve(incoming))
      incoming.on('error', reject)
    })
    outgoing.on('error', reject)
    outgoing.end(text)
  })

/** 307 and 308 keep method and body; the others turn everything into a GET without one. */
const redirected = (letter: Letter, status: number, location: string): Letter => {
  const url = new URL(location, letter.url)
  if (status === 307 || status === 308) return { ...letter, url }
  const { 'content-type': _type, 'content-length': _length, ...headers } = letter.headers
  return { method: 'GET', url, headers, text: undefined }
}

const follow = async (letter: Letter, signal: AbortSignal, left = REDIRECTS): Promise<Said> => {
  const { statusCode: status = 0, headers } = await exchange(letter, signal)
  if (status < 300 || status > 399 || !headers.location) return { status }
  if (left === 0) return { error: 'Too many automatic redirections were attempted.' }
  return follow(redirected(letter, status, headers.location), signal, left - 1)
}

const why = (thrown: unknown, url: URL): string => {
  const { code, message } = thrown as NodeJS.ErrnoException
  if (code === 'ABORT_ERR') return 'Http request timed out'
  return code === 'ECONNREFUSED' ? `Connection refused (${url.host})` : message
}

/** Posts one body as the application does: at once, for 100 seconds at most, and never again. */
export const send = async (app: App, settings: Settings, body: Json): Promise<Said> => {
  const url = new URL(String(settings.url))
  const text = write(body)
  const { appName, version } = app.state
  const letter: Letter = {
    method: Number(settings.method) === 2 ? 'PUT' : 'POST',
    url,
    headers: {
      accept: 'application/json',
      'user-agent': `${appName}/${version} (alpine 3.22)`,
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(text)),
      ...authorization(settings),
      ...extra(settings),
    },
    text,
  }
  const patience = new AbortController()
  app.clock.network(PATIENCE).then(() => patience.abort())
  try {
    return await follow(letter, patience.signal)
  } catch (thrown) {
    return { error: why(thrown, url) }
  }
}

/** The text that the application's HTTP client gives a status of 400 and above. */
export const statusText = (status: number, settings: Settings): string => {
  const name = (STATUS_CODES[status] ?? '').replaceAll(/[^A-Za-z]/g, '')
  const method = Number(settings.method) === 2 ? 'PUT' : 'POST'
  return `HTTP request failed: [${status}:${name}] [${method}] at [${settings.url}]`
}
