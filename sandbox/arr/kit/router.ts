import type { Call } from '../../kit/calls.ts'
import { type Answer, Refusal } from './answers.ts'
import type { Query } from './query.ts'

/** A call on its way to a route, with what the route needs to know of it. */
export type Request = { call: Call; query: Query; ids: number[]; body: unknown }

/** What answers one method on one path. Paths are relative to `/api/v3/` unless they start with a slash. */
export type Route = {
  method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE'
  path: string
  handle: (request: Request) => Answer | Promise<Answer>
}

/** A route's whole path. */
export const absolute = (path: string) => (path.startsWith('/') ? path : `/api/v3/${path}`)

const pattern = (path: string) =>
  new RegExp(
    `^${absolute(path).replaceAll(/\{(id|name)\}/g, (_, name) => (name === 'id' ? '(\\d+)' : '[^/]+'))}/?$`,
    'i',
  )

/** Finds what answers a call: the path decides first, so that a wrong method is a 405 and not a 404. */
export const createRouter = (routes: readonly Route[]) => {
  const compiled = routes.map((route) => ({ ...route, matches: pattern(route.path) }))

  return (method: string, path: string): { handle: Route['handle']; ids: number[] } => {
    const here = compiled.filter(({ matches }) => matches.test(path))
    if (here.length === 0) throw new Refusal({ status: 404 })
    const route = here.find((candidate) => candidate.method === method)
    if (!route) {
      const allow = [...new Set(here.map((candidate) => candidate.method))].join(', ')
      throw new Refusal({ status: 405, headers: { allow } })
    }
    const ids = (route.matches.exec(path)?.slice(1) ?? []).map(Number)
    return { handle: route.handle, ids }
  }
}
