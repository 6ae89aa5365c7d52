import { Agent, type Dispatcher, request } from 'undici'
import manifest from '../../package.json' with { type: 'json' }
import { Fault } from '../platform/faults.ts'
import { MAX_BYTES, readBody } from './http/body.ts'
import { guardedConnector, type Listener, type Resolve } from './http/guard.ts'
import { networkFault } from './http/network-fault.ts'
import { safeWords } from './http/said.ts'
import type { Answer, Call, Http } from './http/types.ts'

const DEADLINE_MS = 10_000
/** Those that point elsewhere: a 304 says that nothing has changed. */
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308])

/** How this program names itself to others. */
export const USER_AGENT = `Usherr/${manifest.version}`

/**
 * The one way to the network for every client but Discord's. It connects to private and loopback addresses, because
 * that is where media servers live, and never to metadata services, link-local addresses or `forbidden`, which are
 * the addresses this process listens on. It follows a redirect only where a call asks for that.
 */
export const createHttp = (settings: { forbidden: readonly Listener[]; resolve?: Resolve }): Http => {
  const agent = new Agent({
    connect: guardedConnector(settings.forbidden, settings.resolve),
    connections: 16,
    maxHeaderSize: 32 * 1024,
  })
  return {
    send: (call) => send(agent, call),
    close: () => agent.close(),
  }
}

const send = async (agent: Agent, call: Call): Promise<Answer> => {
  const deadline = AbortSignal.timeout(call.deadlineMs ?? DEADLINE_MS)
  const signal = call.signal ? AbortSignal.any([call.signal, deadline]) : deadline
  try {
    return await exchange(agent, call, signal)
  } catch (error) {
    throw error instanceof Fault ? error : networkFault(call, error, deadline)
  }
}

const exchange = async (agent: Agent, call: Call, signal: AbortSignal): Promise<Answer> => {
  const { url, service, operation } = call
  if (!/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') {
    throw new Fault({ kind: 'rejected', service, operation, code: 'address-invalid' })
  }
  const response = await request(url, { ...message(call), dispatcher: agent, signal })
  if (REDIRECTS.has(response.statusCode)) {
    response.body.on('error', () => {}).destroy()
    const further = followed(call, response)
    if (further === undefined) throw redirected(call, response)
    return exchange(agent, further, signal)
  }
  return {
    status: response.statusCode,
    headers: flat(response.headers),
    text: await readBody(response, call.maxBytes ?? MAX_BYTES, signal),
  }
}

const message = ({ method = 'GET', headers, body }: Call) => ({
  method,
  headers: {
    'user-agent': USER_AGENT,
    accept: 'application/json',
    'accept-encoding': 'gzip',
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...headers,
  },
  ...(body === undefined ? {} : { body: JSON.stringify(body) }),
})

const flat = (headers: Dispatcher.ResponseData['headers']): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]],
    ),
  )

const targetOf = ({ url }: Call, { headers: { location } }: Dispatcher.ResponseData): URL | null =>
  typeof location === 'string' ? URL.parse(location, url.href) : null

/** The call that a redirect leads to, if the caller lets it. */
const followed = (call: Call, response: Dispatcher.ResponseData): Call | undefined => {
  const { url, method = 'GET', redirects = 0, headers = {} } = call
  const target = targetOf(call, response)
  if (redirects < 1 || method !== 'GET' || target === null) return undefined
  if (url.protocol === 'https:' && target.protocol !== 'https:') return undefined
  const { accept } = headers
  const kept = target.origin === url.origin ? headers : accept === undefined ? {} : { accept }
  return { ...call, url: target, headers: kept, redirects: redirects - 1 }
}

/** A redirect would carry the key to whoever it names, so the owner is told where it points instead. */
const redirected = (call: Call, response: Dispatcher.ResponseData): Fault => {
  const { url, service, operation } = call
  const target = targetOf(call, response)
  // Within one origin it is the path that was wrong: a missing URL base.
  const told = target?.origin === url.origin ? `${target.origin}${target.pathname}` : target?.origin
  return new Fault({
    kind: 'rejected',
    service,
    operation,
    status: response.statusCode,
    code: 'redirect',
    said: told ? safeWords(`redirect to ${told}`, call.secrets) : 'redirect',
  })
}
