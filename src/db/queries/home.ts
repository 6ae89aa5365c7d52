import type { Updateable } from 'kysely'
import type { House } from '../../domain/people/policy.ts'
import type { Instant } from '../../platform/clock.ts'
import type { Db, Tx } from '../connect.ts'
import type { HomeTable } from '../tables/database.ts'

/** A Plex server that the owner's account may share. */
export type PlexServer = Readonly<{ machineId: string; name: string }>

/** The one guild that this deployment serves, and what set-up chose for it. */
export type Home = House &
  Readonly<{
    adminChannel?: string
    requestChannel?: string
    plexOwner?: string
    plexServers: readonly PlexServer[]
    plexServer?: PlexServer
  }>

export const findHome = async (db: Db): Promise<Home | undefined> => {
  const row = await db.selectFrom('home').selectAll().executeTakeFirst()
  if (row === undefined) return undefined
  const plexServers = JSON.parse(row.plexServers) as PlexServer[]
  const plexServer = plexServers.find((server) => server.machineId === row.plexServer)
  return {
    guildId: row.guildId,
    ...(row.adminChannel === null ? {} : { adminChannel: row.adminChannel }),
    ...(row.requestChannel === null ? {} : { requestChannel: row.requestChannel }),
    ...(row.approverRole === null ? {} : { approverRole: row.approverRole }),
    ...(row.adminRole === null ? {} : { adminRole: row.adminRole }),
    ...(row.plexOwner === null ? {} : { plexOwner: row.plexOwner }),
    plexServers,
    ...(plexServer === undefined ? {} : { plexServer }),
  }
}

/** Makes `guildId` the home; false when some guild already is. */
export const insertHome = async (
  tx: Tx,
  guildId: string,
  claimedBy: string,
  now: Instant,
): Promise<boolean> => {
  const result = await tx
    .insertInto('home')
    .values({ id: 1, guildId, claimedBy, plexServers: '[]', createdAt: now, updatedAt: now })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

export const updateHome = async (
  tx: Tx,
  patch: Omit<Updateable<HomeTable>, 'id' | 'updatedAt'>,
  now: Instant,
): Promise<void> => {
  await tx
    .updateTable('home')
    .set({ ...patch, updatedAt: now })
    .execute()
}
