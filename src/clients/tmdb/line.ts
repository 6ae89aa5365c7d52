import type { z } from 'zod'
import type { Clock } from '../../platform/clock.ts'
import { Fault } from '../../platform/faults.ts'
import { ask } from '../http/ask.ts'
import type { CallOptions, Http } from '../http/types.ts'
import { createBucket } from './bucket.ts'
import type { TmdbSettings } from './types.ts'

/** Asks TMDB one thing, in its turn. `path` is relative to the API's base. */
export type Line = <Schema extends z.ZodType>(
  operation: string,
  path: string,
  query: Readonly<Record<string, string>>,
  schema: Schema,
  options?: CallOptions,
) => Promise<z.infer<Schema>>

/**
 * TMDB names no limit but holds callers to about 40 requests a second: 35, and two at once, stay below it in any
 * second.
 */
export const openLine = ({ apiUrl, token }: TmdbSettings, http: Http, clock: Clock): Line => {
  const turn = createBucket(clock, 35, 30)
  return async (operation, path, query, schema, options = {}) => {
    const facts = { service: 'TMDB', operation }
    await turn(options.signal).catch(() => {
      throw new Fault({ ...facts, kind: 'timeout', code: 'aborted' })
    })
    const url = new URL(`${apiUrl}/${path}`)
    for (const [field, value] of Object.entries(query)) url.searchParams.set(field, value)
    const headers = { authorization: `Bearer ${token}` }
    return ask(http, { ...facts, ...options, url, headers, secrets: [token] }, schema)
  }
}
