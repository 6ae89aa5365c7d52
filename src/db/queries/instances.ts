import type { Updateable } from 'kysely'
import type { Ailment, Health } from '../../domain/instances/health.ts'
import type { Line } from '../../domain/instances/line.ts'
import type { Quality } from '../../domain/requests/request.ts'
import type { Instant } from '../../platform/clock.ts'
import type { Sealed } from '../../platform/crypto.ts'
import { type Db, isPostgres, type Tx } from '../connect.ts'
import type { InstancesTable } from '../tables/database.ts'

/** What an instance offers, as last asked: shown in selects without a call to it. */
export type Choices = Readonly<{
  profiles: readonly { id: number; name: string }[]
  folders: readonly { path: string; freeBytes?: number }[]
  tags: readonly { id: number; label: string }[]
}>

export const NO_CHOICES: Choices = { profiles: [], folders: [], tags: [] }

/** A Radarr (or Sonarr) that Usherr adds to. `apiKey` and `hookSecret` are sealed for (instances, id, column). */
export type Instance = Readonly<{
  id: string
  kind: InstancesTable['kind']
  name: string
  url: string
  apiKey: Sealed
  hookSecret: Sealed
  hookDigest: string
  hook: Readonly<{ state: InstancesTable['hookState']; detail?: string; print?: string }>
  state: InstancesTable['state']
  isDefault: boolean
  appVersion?: string
  choices: Choices
  profileId?: number
  folder?: string
  tagIds: readonly number[]
  availability: string
  seriesType: InstancesTable['seriesType']
  seasonMonitoring: InstancesTable['seasonMonitoring']
  quality: Quality
  health: Health
  line: Line
  /** Since when the last trouble lasted that the owner was told of; absent when they know of none. */
  toldSince?: Instant
  /** How many requests went on when it was well again. */
  resumed: number
  createdAt: Instant
}>

const toHealth = (row: InstancesTable): Health => {
  const { health: state, healthDetail, healthSaid, healthSince } = row
  if (state !== 'trouble') return { state, ...(healthSince === null ? {} : { since: healthSince }) }
  return {
    state,
    ailment: healthDetail as Ailment,
    ...(healthSaid === null ? {} : { said: healthSaid }),
    since: healthSince ?? row.updatedAt,
  }
}

const toLine = ({ failures, failingSince, restedUntil }: InstancesTable): Line => ({
  failures,
  ...(failingSince === null ? {} : { failingSince }),
  ...(restedUntil === null ? {} : { restedUntil }),
})

/** How an instance does, as its row holds it. */
export const conditionRow = ({ line, health }: Pick<Instance, 'line' | 'health'>) => ({
  failures: line.failures,
  failingSince: line.failingSince ?? null,
  restedUntil: line.restedUntil ?? null,
  health: health.state,
  healthDetail: health.state === 'trouble' ? health.ailment : null,
  healthSaid: health.state === 'trouble' ? (health.said ?? null) : null,
  healthSince: health.since ?? null,
})

const toInstance = (row: InstancesTable): Instance => ({
  id: row.id,
  kind: row.kind,
  name: row.name,
  url: row.url,
  apiKey: row.apiKey,
  hookSecret: row.hookSecret,
  hookDigest: row.hookDigest,
  hook: {
    state: row.hookState,
    ...(row.hookDetail === null ? {} : { detail: row.hookDetail }),
    ...(row.hookPrint === null ? {} : { print: row.hookPrint }),
  },
  state: row.state,
  isDefault: row.isDefault === 1,
  ...(row.appVersion === null ? {} : { appVersion: row.appVersion }),
  choices: JSON.parse(row.choices) as Choices,
  ...(row.profileId === null ? {} : { profileId: row.profileId }),
  ...(row.folder === null ? {} : { folder: row.folder }),
  tagIds: JSON.parse(row.tagIds) as number[],
  availability: row.availability,
  seriesType: row.seriesType,
  seasonMonitoring: row.seasonMonitoring,
  quality: row.quality,
  health: toHealth(row),
  line: toLine(row),
  ...(row.toldSince === null ? {} : { toldSince: row.toldSince }),
  resumed: row.resumed ?? 0,
  createdAt: row.createdAt,
})

/** A removed instance is not found; its requests keep its id. */
export const findInstance = async (db: Db, id: string): Promise<Instance | undefined> => {
  const row = await db
    .selectFrom('instances')
    .selectAll()
    .where('id', '=', id)
    .where('state', '!=', 'removed')
    .executeTakeFirst()
  return row && toInstance(row)
}

/** Loads an instance to change what depends on how it is now; on PostgreSQL others wait for this transaction. */
export const lockInstance = async (tx: Tx, id: string): Promise<Instance | undefined> => {
  const row = await tx
    .selectFrom('instances')
    .selectAll()
    .where('id', '=', id)
    .where('state', '!=', 'removed')
    .$if(isPostgres(tx), (query) => query.forUpdate())
    .executeTakeFirst()
  return row && toInstance(row)
}

/** An instance that was removed, for undoing what we left there. */
export const findRemovedInstance = async (db: Db, id: string): Promise<Instance | undefined> => {
  const row = await db
    .selectFrom('instances')
    .selectAll()
    .where('id', '=', id)
    .where('state', '=', 'removed')
    .executeTakeFirst()
  return row && toInstance(row)
}

/** All that were saved, oldest first. */
export const listInstances = async (db: Db): Promise<Instance[]> => {
  const rows = await db
    .selectFrom('instances')
    .selectAll()
    .where('state', '=', 'ready')
    .orderBy('createdAt')
    .orderBy('id')
    .execute()
  return rows.map(toInstance)
}

/** The instance that gets what no rule sends elsewhere. */
export const findDefaultInstance = async (
  db: Db,
  kind: Instance['kind'],
  quality: Quality = 'standard',
): Promise<Instance | undefined> => {
  const row = await db
    .selectFrom('instances')
    .selectAll()
    .where('kind', '=', kind)
    .where('quality', '=', quality)
    .where('state', '=', 'ready')
    .orderBy('isDefault', 'desc')
    .orderBy('createdAt')
    .orderBy('id')
    .executeTakeFirst()
  return row && toInstance(row)
}

export const insertInstance = async (tx: Tx, row: InstancesTable): Promise<void> => {
  await tx.insertInto('instances').values(row).execute()
}

export const updateInstance = async (
  tx: Tx,
  id: string,
  patch: Omit<Updateable<InstancesTable>, 'id' | 'updatedAt'>,
  now: Instant,
): Promise<void> => {
  await tx
    .updateTable('instances')
    .set({ ...patch, updatedAt: now })
    .where('id', '=', id)
    .execute()
}
