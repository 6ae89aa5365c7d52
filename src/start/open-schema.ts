import type { Db } from '../db/connect.ts'
import { migrate } from '../db/migrate.ts'
import type { Clock } from '../platform/clock.ts'
import { CannotStart } from '../platform/data-dir.ts'
import type { Log } from '../platform/logger.ts'
import { patiently } from './patiently.ts'

/** What a database that is away or still starting answers; anything else no waiting mends. */
const PASSING: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  '57P03', // cannot_connect_now
  '53300', // too_many_connections
])

/** PostgreSQL's classes for a wrong password, role or database name. */
const REFUSED = /^(28|3D)/

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : ''

/**
 * Waits for the database and brings its schema up to date.
 * @throws CannotStart when the database refuses DATABASE_URL, or stays away
 */
export const openSchema = async (db: Db, clock: Clock, log: Log): Promise<void> => {
  try {
    await patiently(
      'The database',
      () => migrate(db),
      (error) => !PASSING.has(codeOf(error)),
      clock,
      log,
    )
  } catch (error) {
    if (!REFUSED.test(codeOf(error))) throw error
    throw new CannotStart('DATABASE_URL: PostgreSQL refuses this user, password or database name.', 78, error)
  }
}
