import { sql } from 'kysely'
import type { MemberFilter } from '../../domain/watchlists/members.ts'
import type { Db } from '../connect.ts'

/** Which of the people: in a state, and with this text in one of their names at Plex. */
type MemberQuery = Readonly<{ filter: MemberFilter; find?: string }>

const chosen = (db: Db, { filter, find }: MemberQuery) => {
  const pattern = `%${(find ?? '').toLowerCase().replace(/[\\%_]/g, '\\$&')}%`
  return (
    db
      .selectFrom('plexAccounts')
      .innerJoin('people', 'people.id', 'plexAccounts.personId')
      // Who undid their link and is nobody's friend is nobody here.
      .where((eb) => eb.or([eb('relation', 'is not', null), eb('linkedAt', '>', 0)]))
      .$if(filter === 'synced', (query) => query.where('syncs', '=', 1).where('suspendedAt', 'is', null))
      .$if(filter === 'off', (query) => query.where('syncs', '=', 0))
      .$if(filter === 'suspended', (query) => query.where('suspendedAt', 'is not', null))
      .$if(filter === 'not-linked', (query) =>
        query.where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('discordAccounts')
                .select('discordAccounts.discordId')
                .whereRef('discordAccounts.personId', '=', 'plexAccounts.personId'),
            ),
          ),
        ),
      )
      .$if(find !== undefined, (query) =>
        query.where((eb) =>
          eb.or([
            sql<boolean>`lower(${eb.ref('username')}) like ${pattern} escape '\\'`,
            sql<boolean>`lower(${eb.ref('title')}) like ${pattern} escape '\\'`,
          ]),
        ),
      )
  )
}

const columns = [
  'plexAccounts.plexId',
  'plexAccounts.personId',
  'plexAccounts.username',
  'plexAccounts.title',
  'plexAccounts.relation',
  'plexAccounts.token',
  'plexAccounts.tokenRefusedAt',
  'plexAccounts.linkedAt',
  'plexAccounts.suspendedAt',
  'plexAccounts.syncs',
  'people.needsApproval',
] as const

const rowsOf = (db: Db, query: MemberQuery) =>
  chosen(db, query)
    .leftJoin('watchLists', 'watchLists.plexId', 'plexAccounts.plexId')
    .select(columns)
    .select(['watchLists.access', 'watchLists.trouble'])
    .orderBy((eb) => eb.fn('lower', ['username']))
    .orderBy('plexAccounts.plexId')

type Row = Awaited<ReturnType<ReturnType<typeof rowsOf>['executeTakeFirstOrThrow']>>

/** Somebody who was found at Plex or linked their account, with their Discord accounts, oldest first. */
export type MemberRow = Row & Readonly<{ discordIds: readonly string[] }>

const withDiscord = async (db: Db, rows: readonly Row[]): Promise<MemberRow[]> => {
  if (rows.length === 0) return []
  const accounts = await db
    .selectFrom('discordAccounts')
    .select(['personId', 'discordId'])
    .where(
      'personId',
      'in',
      rows.map(({ personId }) => personId),
    )
    .orderBy('createdAt')
    .orderBy('discordId')
    .execute()
  const byPerson = Map.groupBy(accounts, ({ personId }) => personId)
  return rows.map((row) => ({
    ...row,
    discordIds: (byPerson.get(row.personId) ?? []).map(({ discordId }) => discordId),
  }))
}

/** A page of them by name, with how many there are in all. */
export const pageMembers = async (
  db: Db,
  query: MemberQuery,
  page: number,
  size: number,
): Promise<{ rows: MemberRow[]; total: number }> => {
  const [rows, count] = await Promise.all([
    rowsOf(db, query)
      .limit(size)
      .offset(page * size)
      .execute(),
    chosen(db, query)
      .select((eb) => eb.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow(),
  ])
  return { rows: await withDiscord(db, rows), total: Number(count.total) }
}

export const findMember = async (db: Db, plexId: string): Promise<MemberRow | undefined> => {
  const row = await rowsOf(db, { filter: 'all' }).where('plexAccounts.plexId', '=', plexId).executeTakeFirst()
  return row && (await withDiscord(db, [row]))[0]
}

/** All of them, by name. */
export const listMembers = (db: Db, query: MemberQuery): Promise<{ plexId: string; username: string }[]> =>
  chosen(db, query)
    .select(['plexAccounts.plexId', 'plexAccounts.username'])
    .orderBy((eb) => eb.fn('lower', ['username']))
    .orderBy('plexAccounts.plexId')
    .execute()
