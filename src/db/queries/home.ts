import type { Updateable } from 'kysely'
import type { Trusted } from '../../domain/approvals/trust.ts'
import type { ChannelTrouble, Place } from '../../domain/home/channel.ts'
import type { House } from '../../domain/people/policy.ts'
import { WATCH_DEFAULTS, type WatchSettings } from '../../domain/watchlists/settings.ts'
import type { Instant } from '../../platform/clock.ts'
import { type Db, isPostgres, type Tx } from '../connect.ts'
import type { HomeTable } from '../tables/database.ts'

/** A Plex server that the owner's account may share. */
export type PlexServer = Readonly<{ machineId: string; name: string }>

/** The one guild that this deployment serves, and what set-up chose for it. */
export type Home = House &
  Trusted &
  Readonly<{
    /** The Discord id of whoever made it the home. */
    claimedBy: string
    adminChannel?: string
    requestChannel?: string
    /** Why nothing can be written in the channel, as last seen. */
    adminTrouble?: ChannelTrouble
    requestTrouble?: ChannelTrouble
    /** The admins' own reasons for a no; absent while they wrote none. */
    denyReasons?: readonly string[]
    plexOwner?: string
    plexServers: readonly PlexServer[]
    plexServer?: PlexServer
    watch: WatchSettings
  }>

export const findHome = async (db: Db): Promise<Home | undefined> => {
  const row = await db.selectFrom('home').selectAll().executeTakeFirst()
  if (row === undefined) return undefined
  const plexServers = JSON.parse(row.plexServers) as PlexServer[]
  const plexServer = plexServers.find((server) => server.machineId === row.plexServer)
  return {
    guildId: row.guildId,
    claimedBy: row.claimedBy,
    ...(row.adminChannel === null ? {} : { adminChannel: row.adminChannel }),
    ...(row.requestChannel === null ? {} : { requestChannel: row.requestChannel }),
    ...(row.adminTrouble === null ? {} : { adminTrouble: row.adminTrouble }),
    ...(row.requestTrouble === null ? {} : { requestTrouble: row.requestTrouble }),
    ...(row.approverRole === null ? {} : { approverRole: row.approverRole }),
    ...(row.adminRole === null ? {} : { adminRole: row.adminRole }),
    trustedRoles: JSON.parse(row.trustedRoles) as string[],
    trustedMembers: JSON.parse(row.trustedMembers) as string[],
    ...(row.denyReasons === null ? {} : { denyReasons: JSON.parse(row.denyReasons) as string[] }),
    ...(row.plexOwner === null ? {} : { plexOwner: row.plexOwner }),
    plexServers,
    watch: { ...WATCH_DEFAULTS, ...(JSON.parse(row.watch) as Partial<WatchSettings>) },
    ...(plexServer === undefined ? {} : { plexServer }),
  }
}

/** What admins chose about watchlists; what holds while nobody chose, and before there is a home. */
export const watchSettings = (home: Home | undefined): WatchSettings => home?.watch ?? WATCH_DEFAULTS

/** Makes others who would plan what is done here wait for this transaction. */
export const lockHome = async (tx: Tx): Promise<void> => {
  await tx
    .selectFrom('home')
    .select('id')
    .$if(isPostgres(tx), (query) => query.forUpdate())
    .execute()
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
    .values({
      id: 1,
      guildId,
      claimedBy,
      plexServers: '[]',
      trustedRoles: '[]',
      trustedMembers: '[]',
      watch: '{}',
      createdAt: now,
      updatedAt: now,
    })
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

/** One of the home's channels, with what keeps us from writing there. */
export const channelAt = (
  home: Home | undefined,
  place: Place,
): Readonly<{ id: string | undefined; trouble: ChannelTrouble | undefined }> =>
  place === 'admin'
    ? { id: home?.adminChannel, trouble: home?.adminTrouble }
    : { id: home?.requestChannel, trouble: home?.requestTrouble }

const TROUBLE_OF = { admin: 'adminTrouble', request: 'requestTrouble' } as const

/** Notes why a channel can't be written in. False: somebody else noted something in between. */
export const setTrouble = async (
  tx: Tx,
  place: Place,
  before: ChannelTrouble | undefined,
  after: ChannelTrouble | null,
  now: Instant,
): Promise<boolean> => {
  const column = TROUBLE_OF[place]
  const result = await tx
    .updateTable('home')
    .set({ [column]: after, updatedAt: now })
    .where(column, before === undefined ? 'is' : '=', before ?? null)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}
