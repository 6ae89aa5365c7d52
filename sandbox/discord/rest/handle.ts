import type { Check } from '../checks-seam.ts'
import type { Service } from '../service.ts'
import { DiscordError, InvalidForm, notFound, unauthorized } from './errors.ts'
import type { Records } from './records.ts'
import { type Request, readBody } from './request.ts'
import { createRouter, type Route } from './route.ts'
import { routes } from './routes/all.ts'

/** A request as it came off the wire. */
type Incoming = {
  method: string
  /** With the query, without `/api/v10`. */
  target: string
  authorization: string | undefined
  type: string
  bytes: Buffer
}

export type Outgoing = { status: number; body?: unknown; headers: Record<string, string> }

const find = createRouter(routes)

const admit = (service: Service, route: Route, incoming: Incoming, request: Request) => {
  const { world, limits } = service
  if (route.auth === 'bot') {
    if (incoming.authorization !== `Bot ${world.token}`) throw unauthorized()
    limits.takeGlobal()
  }
  return route.pace ? limits.takeBucket(route.pace, route.pace.by.map(request.param).join(' ')) : {}
}

const check = (service: Service, checks: readonly Check[], route: Route, request: Request): void => {
  const { method, path, body } = request
  const message = route.original?.(service, request)
  const files = request.files.map(({ name, bytes }) => ({ name, size: bytes.byteLength }))
  const breaches = checks.flatMap((one) =>
    one({
      method,
      path,
      route: route.route,
      body,
      files,
      ...(message ? { original: { flags: message.body.flags ?? 0 } } : {}),
    }),
  )
  if (breaches.length > 0) throw new InvalidForm(breaches)
}

/** Carries out one request to the API: found, admitted, checked, run. Errors become Discord's answers. */
export const handle = async (
  service: Service,
  { checks, records }: { checks: readonly Check[]; records: Records },
  incoming: Incoming,
): Promise<Outgoing> => {
  const { method, target } = incoming
  const { pathname, searchParams } = new URL(target, 'http://discord')
  let headers: Record<string, string> = {}
  let path = pathname
  try {
    const found = find(method, pathname)
    if (!found) throw notFound()
    path = decodeURIComponent(pathname)
    const { body, files } = await readBody(incoming.bytes, incoming.type)
    const { route, params } = found
    const request: Request = {
      method,
      path,
      route: route.route,
      query: searchParams,
      body,
      files,
      param: (name) => params.get(name) ?? '',
    }
    headers = admit(service, route, incoming, request)
    check(service, checks, route, request)
    return { ...route.run(service, request), headers }
  } catch (error) {
    if (!(error instanceof DiscordError)) throw error
    if (error instanceof InvalidForm) {
      records.breaches.push(...error.breaches.map((breach) => ({ ...breach, method, path })))
    }
    return { status: error.status, body: error.body, headers: { ...headers, ...error.headers } }
  }
}
