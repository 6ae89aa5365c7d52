import type { IncomingHttpHeaders } from 'node:http'
import type { Query } from './query.ts'

/** One call that was made of the stand-in. */
export type Call = {
  at: number
  method: string
  /** Without the URL base and the query: `/api/v3/movie/7`. */
  path: string
  search: string
  headers: IncomingHttpHeaders
  /** The body, parsed where it was JSON. */
  body: unknown
  /** How it was answered; absent while it waits, or when it never was. */
  status?: number
}

/** A call on its way to a route, with what the route needs to know of it. */
export type Request = { call: Call; query: Query; ids: number[]; body: unknown }
