import type { Kysely } from 'kysely'
import { PostgresAdapter } from 'kysely'

/**
 * The column types that migrations may use. Both databases store the same values: identifiers and texts as text,
 * instants as whole milliseconds since 1970, flags as 0 or 1, structures as JSON text.
 */
export const columns = (db: Kysely<unknown>) => {
  const postgres = db.getExecutor().adapter instanceof PostgresAdapter
  return {
    text: 'text',
    instant: postgres ? 'bigint' : 'integer',
    number: 'integer',
    flag: 'integer',
    json: 'text',
  } as const
}
