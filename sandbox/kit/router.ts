import type { Call } from './calls.ts'

/** A call on its way to a route. */
export type Request = {
  call: Call
  query: URLSearchParams
  /** What stood in the place of each `{name}` of the route's path. */
  params: Record<string, string>
}

/** What answers one method on one path; `{name}` in the path stands for one segment. */
export type Route<Reply> = {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  path: string
  handle: (request: Request) => Reply
}

/** The route that a call belongs to, or that its method or its whole path is unknown. */
export type Found<Reply> = { route: Route<Reply>; params: Record<string, string> } | 'no method' | 'no path'

const pattern = (path: string) => new RegExp(`^${path.replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)')}/?$`)

/** Finds what answers a call; the first route of a path wins. */
export const createRouter = <Reply>(routes: readonly Route<Reply>[]) => {
  const compiled = routes.map((route) => ({ route, shape: pattern(route.path) }))

  return (method: string, path: string): Found<Reply> => {
    const here = compiled.filter(({ shape }) => shape.test(path))
    if (here.length === 0) return 'no path'
    const found = here.find(({ route }) => route.method === method)
    if (!found) return 'no method'
    const groups = Object.entries(found.shape.exec(path)?.groups ?? {})
    const params = Object.fromEntries(groups.map(([name, value]) => [name, decodeURIComponent(value)]))
    return { route: found.route, params }
  }
}
