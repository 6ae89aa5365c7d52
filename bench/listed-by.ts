import { sql } from 'kysely'
import type { Db, Tx } from '../src/db/connect.ts'
import { findTitleByRef } from '../src/db/queries/titles.ts'
import type { TitleRef } from '../src/domain/titles/title.ts'
import { openDatabase } from './kit/database.ts'
import type { Benchmark } from './kit/row.ts'

const NAME = 'whose list an imported film is on'
const LEAST = 20
const LISTS = 100
const NOW = 1_800_000_000_000

const range = (length: number): number[] => Array.from({ length }, (_, at) => at)

const inChunks = async <T>(rows: readonly T[], insert: (chunk: T[]) => Promise<unknown>): Promise<void> => {
  for (let at = 0; at < rows.length; at += 1_000) await insert(rows.slice(at, at + 1_000))
}

/** Every list has every hundredth film, and is kept twice: in rows with ids of their own, and as JSON in one column. */
const fill = async (tx: Tx, items: number): Promise<void> => {
  const lists = range(LISTS).map((list) => `plex-${list}`)
  const films = range(items / 10)
  const listed = range(items).map((at) => ({
    plexId: lists[at % LISTS] ?? '',
    film: (at * 7 + Math.floor(at / LISTS)) % films.length,
    at,
  }))
  await inChunks(lists, async (ids) => {
    await tx
      .insertInto('people')
      .values(ids.map((id) => ({ id, needsApproval: 0 as const, createdAt: NOW })))
      .execute()
    for (const plexId of ids)
      await tx
        .insertInto('plexAccounts')
        .values({ plexId, personId: plexId, username: plexId, linkedAt: 0, missed: 0, syncs: 1 })
        .execute()
  })
  await inChunks(films, async (some) => {
    await tx
      .insertInto('titles')
      .values(
        some.map((film) => ({
          id: `film-${film}`,
          kind: 'film' as const,
          name: `Film ${film}`,
          facts: '{}',
          fetchedAt: NOW,
        })),
      )
      .execute()
    await tx
      .insertInto('titleIds')
      .values(
        some.map((film) => ({
          kind: 'film' as const,
          source: 'tmdb' as const,
          value: String(film),
          titleId: `film-${film}`,
        })),
      )
      .execute()
  })
  await inChunks(listed, (some) =>
    tx
      .insertInto('watchItems')
      .values(
        some.map(({ plexId, film, at }) => ({
          id: `item-${at}`,
          plexId,
          titleId: `film-${film}`,
          state: 'before' as const,
          follows: 0 as const,
          addedAt: NOW,
          seenPass: 1,
          missed: 0,
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  )
  await sql`create table snapshots (id integer primary key, plex_id text not null, guids text not null)`.execute(
    tx,
  )
  await sql`
    insert into snapshots (plex_id, guids)
    select plex_id, json_array('plex://movie/' || title_id, 'imdb://tt' || substr(title_id, 6), 'tmdb://' || substr(title_id, 6))
    from watch_items
  `.execute(tx)
}

/** As the program's tables have it: by the number to the title, by the title to the items. */
const joined = async (db: Db, ref: TitleRef): Promise<number> => {
  const title = await findTitleByRef(db, ref)
  if (title === undefined) return 0
  const rows = await db
    .selectFrom('watchItems')
    .innerJoin('plexAccounts', 'plexAccounts.plexId', 'watchItems.plexId')
    .select(['plexAccounts.personId'])
    .where('watchItems.titleId', '=', title.id)
    .where('watchItems.goneAt', 'is', null)
    .execute()
  return rows.length
}

/** As it is done where a list's entry holds its ids as JSON. */
const scanned = async (db: Db, { value }: TitleRef): Promise<number> => {
  const { rows } = await sql<{ personId: string }>`
    select plex_accounts.person_id from snapshots
    join plex_accounts on plex_accounts.plex_id = snapshots.plex_id
    where exists (select 1 from json_each(snapshots.guids) where json_each.value = ${`tmdb://${value}`})
  `.execute(db)
  return rows.length
}

/** Microseconds that one takes, of the median of some; and how many were found in all. */
const timed = async (find: (at: number) => Promise<number>, times: number) => {
  const took: number[] = []
  let found = 0
  for (const at of range(times)) {
    const begun = performance.now()
    found += await find(at)
    took.push((performance.now() - begun) * 1_000)
  }
  return { us: took.toSorted((one, other) => one - other)[Math.floor(times / 2)] ?? 0, found }
}

/** How long it takes to find those who have a film on their list. */
export const listedBy: Benchmark = {
  name: NAME,
  value: 'from TMDB’s number over the indices of titles and items',
  baseline: 'a scan of entries that hold their ids as JSON',
  run: async ({ isShort }) => {
    const items = isShort ? 20_000 : 100_000
    const times = isShort ? 5 : 21
    const { db, close } = await openDatabase()
    try {
      await db.transaction().execute((tx) => fill(tx, items))
      const ref = (at: number): TitleRef => ({ kind: 'film', source: 'tmdb', value: String(at * 3) })
      await joined(db, ref(0))
      const value = await timed((at) => joined(db, ref(at)), times)
      const baseline = await timed((at) => scanned(db, ref(at)), times)
      if (value.found === 0 || value.found !== baseline.found)
        throw new Error(`the two ways found ${value.found} and ${baseline.found}`)
      return [
        {
          benchmark: NAME,
          of: `${new Intl.NumberFormat('en').format(items)} items on ${LISTS} lists`,
          value: Math.round(value.us),
          baseline: Math.round(baseline.us),
          unit: 'µs',
          reach: `${LEAST} times as fast`,
          isReached: baseline.us >= LEAST * value.us,
        },
      ]
    } finally {
      await close()
    }
  },
}
