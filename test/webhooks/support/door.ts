import type { FastifyInstance } from 'fastify'
import type { Db } from '../../../src/db/connect.ts'
import type { InstancesTable } from '../../../src/db/tables/database.ts'
import { digest } from '../../../src/platform/crypto.ts'
import { createLogger, createScrubber } from '../../../src/platform/logger.ts'
import { createMetrics, type Metrics } from '../../../src/platform/metrics.ts'
import type { WebDeps } from '../../../src/webhooks/deps.ts'
import { buildServer } from '../../../src/webhooks/server.ts'
import { desk, stillClock } from '../../actions/support/desk.ts'
import { instanceRow } from '../../db/support/rows.ts'

export const SECRET = 'a-secret-that-only-the-instance-knows'

/** The HTTP server for tests, with what it logged and counted. */
export type Door = Readonly<{
  app: FastifyInstance
  clock: ReturnType<typeof stillClock>
  lines: readonly Record<string, unknown>[]
  metrics: Metrics
}>

export const openDoor = (db: Db, more: Partial<WebDeps> = {}, serves = { web: true }): Door => {
  const lines: Record<string, unknown>[] = []
  const log = createLogger({ level: 'debug', format: 'json' }, createScrubber(), {
    write: (line) => void lines.push(JSON.parse(line)),
  })
  const metrics = createMetrics(async () => 0)
  const clock = stillClock()
  const deps: WebDeps = { actions: desk(db, clock), log, metrics, parts: async () => ({}), ...more }
  return { app: buildServer(deps, serves), clock, lines, metrics }
}

/** An instance whose secret is SECRET; where it sends its webhooks. */
export const knownInstance = async (
  db: Db,
  more: Partial<InstancesTable> = {},
): Promise<{ id: string; url: string }> => {
  const row = instanceRow({ hookDigest: digest(SECRET), ...more })
  await db.insertInto('instances').values(row).execute()
  return { id: row.id, url: `/webhooks/${row.kind}/${row.id}` }
}

export const basic = (user: string, password: string): string =>
  `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`

export const arrivalsOf = (db: Db, instanceId: string) =>
  db.selectFrom('inbox').selectAll().where('instanceId', '=', instanceId).orderBy('id').execute()

export const countArrivals = async (db: Db, instanceId: string): Promise<number> => {
  const rows = await db.selectFrom('inbox').select('id').where('instanceId', '=', instanceId).execute()
  return rows.length
}
