import type { ActionDeps } from '../../../src/actions/define.ts'
import type { Db } from '../../../src/db/connect.ts'
import type { Database, HomeTable } from '../../../src/db/tables/database.ts'
import type { Clock } from '../../../src/platform/clock.ts'
import { createIds } from '../../../src/platform/ids.ts'
import { ADMIN_ROLE, APPROVER_ROLE, GUILD } from './cast.ts'

/** The moment at which tests begin. */
export const NOW = 1_800_000_000_000

/** A clock that stands until it is moved. Sleeping moves nothing and ends only when aborted. */
export const stillClock = (start = NOW): Clock & { pass(ms: number): void } => {
  let now = start
  return {
    now: () => now,
    pass: (ms) => {
      now += ms
    },
    sleep: (_, signal) =>
      new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason))),
    real: (ms) => ms,
  }
}

/** What actions need, with a count of how often the relay was woken. */
export const desk = (db: Db, clock: Clock = stillClock()): ActionDeps & { readonly pokes: number } => {
  let pokes = 0
  return {
    db,
    clock,
    ids: createIds(),
    poke: () => {
      pokes += 1
    },
    get pokes() {
      return pokes
    },
  }
}

/** Forgets every Plex account, with its list. */
export const forgetPlex = async (db: Db): Promise<void> => {
  await db.deleteFrom('watchItems').execute()
  await db.deleteFrom('watchLists').execute()
  await db.deleteFrom('plexAccounts').execute()
}

/** Makes the home what it is for a test, whatever an earlier one left. */
export const furnish = async (db: Db, more: Partial<HomeTable> = {}): Promise<void> => {
  await db.deleteFrom('home').execute()
  const row: HomeTable = {
    id: 1,
    guildId: GUILD,
    claimedBy: '307',
    adminChannel: '401',
    requestChannel: '402',
    adminTrouble: null,
    requestTrouble: null,
    trustedRoles: '[]',
    trustedMembers: '[]',
    denyReasons: null,
    approverRole: APPROVER_ROLE,
    adminRole: ADMIN_ROLE,
    plexOwner: null,
    plexServers: '[{"machineId":"m1","name":"Attic"},{"machineId":"m2","name":"Cellar"}]',
    plexServer: 'm1',
    watch: '{}',
    createdAt: 1,
    updatedAt: 1,
    ...more,
  }
  await db.insertInto('home').values(row).execute()
}

type Everything = Record<string, string[]>

let tables: readonly string[] | undefined

/** Every row of every table, in an order of its own: two of these are equal when nothing happened in between. */
export const everything = async (db: Db): Promise<Everything> => {
  tables ??= (await db.introspection.getTables()).map(({ name }) => name)
  const found: Everything = {}
  for (const name of tables) {
    const rows = await db
      .selectFrom(name as keyof Database)
      .selectAll()
      .execute()
    found[name] = rows.map((row) => JSON.stringify(row)).sort()
  }
  return found
}

/** What the tables gained: per table, the rows that are new or changed. */
export const newsIn = (after: Everything, before: Everything): Record<string, Record<string, unknown>[]> =>
  Object.fromEntries(
    Object.entries(after).flatMap(([table, rows]) => {
      const known = new Set(before[table])
      const fresh = rows.filter((row) => !known.has(row))
      return fresh.length === 0 ? [] : [[table, fresh.map((row) => JSON.parse(row))]]
    }),
  )
