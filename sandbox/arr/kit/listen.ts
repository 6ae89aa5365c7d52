import type { IncomingMessage } from 'node:http'
import { type Call, readBody } from '../../kit/calls.ts'
import { type Answer, failure, problem, Refusal } from './answers.ts'
import type { createApp } from './app.ts'
import { createQuery } from './query.ts'
import { absolute, createRouter, type Route } from './router.ts'
import { createListener } from './server.ts'
import type { State } from './state.ts'

const NO_CACHE = { 'cache-control': 'no-cache, no-store', expires: '-1', pragma: 'no-cache' }

/** The page of the application's own web interface, for whoever asks outside the API. */
const PAGES: Route[] = [
  {
    method: 'GET',
    path: '/login',
    handle: () => ({ status: 200, body: '<!doctype html>\n<title>Login</title>\n', type: 'text/html' }),
  },
]

/** The key as the applications look for it: the query first, then the header, then a bearer. */
const keyOf = (call: Call): string | undefined => {
  const bearer = call.headers.authorization?.replace('Bearer ', '')
  return (
    createQuery(new URLSearchParams(call.search)).text('apikey') ??
    String(call.headers['x-api-key'] ?? bearer ?? '')
  )
}

/** What neither we nor the application foresaw: it answers with a 500, and we say so aloud. */
const crash = (thrown: unknown): Refusal => {
  console.error(thrown)
  return failure(500, String(thrown), 'System.Exception')
}

const ANONYMOUS = /^\/(ping|login)\/?$/i

const parse = (call: Call, bytes: Buffer): unknown => {
  if (bytes.length === 0) return undefined
  if (!/^application\/(.+\+)?json\b/i.test(call.headers['content-type'] ?? '')) throw problem(415)
  try {
    return JSON.parse(bytes.toString())
  } catch {
    throw problem(400, { $: ['The JSON value could not be converted.'] })
  }
}

/** Opens the stand-in's port and answers calls: fault, base path, key, route, in the order of the real thing. */
export const listen = async <S extends State>(
  { app, before, breaks, close }: ReturnType<typeof createApp<S>>,
  routes: Route[],
  port: number,
) => {
  const { state, clock } = app
  const route = createRouter([...routes, ...PAGES])

  const receive = (request: IncomingMessage, bytes: Buffer): Call => {
    const { pathname, search } = new URL(request.url ?? '/', 'http://stand-in')
    const { method = 'GET', headers } = request
    const body = readBody(headers['content-type'], bytes)
    const call: Call = { at: clock.now(), method, path: pathname, search, headers, body }
    state.calls.push(call)
    return call
  }

  const version = () => ({ ...NO_CACHE, 'x-application-version': state.version })

  const respond = async (call: Call, bytes: Buffer): Promise<Answer> => {
    const based =
      state.urlBase !== '' && `${call.path}/`.toLowerCase().startsWith(`${state.urlBase}/`.toLowerCase())
    if (based) call.path = call.path.slice(state.urlBase.length) || '/'
    const isApi = /^\/api(\/|$)/i.test(call.path)
    if (isApi && !ANONYMOUS.test(call.path) && keyOf(call) !== state.apiKey) return { status: 401 }
    if (state.urlBase !== '' && !based)
      return { status: 302, headers: { location: `${state.urlBase}${call.path}${call.search}` } }
    if (!isApi && !ANONYMOUS.test(call.path))
      return {
        status: 302,
        headers: { location: `${state.urlBase}/login?returnUrl=${encodeURIComponent(call.path)}` },
      }
    try {
      const { handle, ids } = route(call.method, call.path)
      const query = createQuery(new URLSearchParams(call.search))
      const answer = await handle({ call, query, ids, body: parse(call, bytes) })
      return { ...answer, headers: { ...(isApi && version()), ...answer.headers } }
    } catch (thrown) {
      const { answer } = thrown instanceof Refusal ? thrown : crash(thrown)
      return { ...answer, headers: { ...version(), ...answer.headers } }
    }
  }

  const listener = await createListener(async (request, bytes) => {
    const call = receive(request, bytes)
    const answer = (await before(call)) ?? (await respond(call, bytes))
    call.status = answer.status
    return { answer, breaks: breaks() }
  }, port)

  return {
    ...listener,
    url: `http://127.0.0.1:${listener.port}${state.urlBase}`,
    operations: routes.map(({ method, path }) => `${method} ${absolute(path)}`),
    close: async () => {
      close()
      await listener.down()
    },
  }
}
