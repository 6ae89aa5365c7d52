import { sql } from 'kysely'
import type { ActionDeps } from '../actions/define.ts'
import type { Gateway } from '../bot/gateway.ts'
import { CannotStart } from '../platform/data-dir.ts'
import type { PartState } from '../webhooks/deps.ts'
import { buildServer } from '../webhooks/server.ts'
import type { Ground } from './roles.ts'

/** What comes to life after the server listens. */
export type Live = {
  redisUp(): boolean
  poke(): void
  /** Waits for a turn among all processes that speak to Discord. */
  pace(): Promise<void>
  gateway?: Gateway
  take?(raw: unknown): Promise<unknown>
}

const databaseState = async ({ db }: ActionDeps): Promise<PartState> => {
  try {
    await sql`select 1`.execute(db)
    return { up: true }
  } catch {
    return { up: false, detail: 'does not answer' }
  }
}

const partsOf = async ({ config, actions }: Ground, live: Live): Promise<Record<string, PartState>> => ({
  database: await databaseState(actions),
  redis: live.redisUp() ? { up: true } : { up: false, detail: 'is away' },
  ...(config.roles.includes('bot')
    ? { gateway: live.gateway?.up() ? { up: true } : { up: false, detail: 'not connected' } }
    : {}),
})

/** Starts the HTTP server. Closing it twice is harmless. @throws CannotStart when the port is taken or forbidden */
export const listen = async (
  ground: Ground,
  actions: ActionDeps,
  live: Live,
): Promise<{ address: string; port: number; close(): Promise<void> }> => {
  const { config, log, metrics } = ground
  const { host, port, metricsToken } = config.http
  const { publicKey } = config.discord
  const app = buildServer(
    {
      actions,
      log,
      metrics,
      ...(metricsToken === undefined ? {} : { metricsToken }),
      parts: () => partsOf(ground, live),
      ...(publicKey === undefined
        ? {}
        : { interactions: { publicKey, take: async (raw: unknown) => live.take?.(raw) } }),
    },
    { web: config.roles.includes('web') },
  )
  try {
    await app.listen({ host, port })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown trouble'
    throw new CannotStart(
      `HTTP_PORT: cannot listen on ${host}:${port} (${code}). Choose another HTTP_PORT or HTTP_HOST.`,
      78,
      error,
    )
  }
  const bound = app.server.address()
  const where = typeof bound === 'object' && bound !== null ? bound : { address: host, port }
  return { address: where.address, port: where.port, close: () => app.close() }
}
