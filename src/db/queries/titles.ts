import { sql } from 'kysely'
import { isFetchable } from '../../domain/titles/kind.ts'
import {
  type Candidate,
  candidateOf,
  type Kind,
  type Title,
  type TitleRef,
} from '../../domain/titles/title.ts'
import type { Instant } from '../../platform/clock.ts'
import type { Ids } from '../../platform/ids.ts'
import type { Db, Tx } from '../connect.ts'
import { dropNameless, keyOf, listLedTo, refsOf, unite } from './title-refs.ts'

/** A title as kept: its row's id and when its facts were fetched. */
export type StoredTitle = Readonly<{ id: string; title: Title; fetchedAt: Instant }>

const stored = (row: { id: string; facts: string; fetchedAt: Instant }): StoredTitle => ({
  id: row.id,
  title: JSON.parse(row.facts) as Title,
  fetchedAt: row.fetchedAt,
})

export const findTitle = async (db: Db, id: string): Promise<StoredTitle | undefined> => {
  const row = await db.selectFrom('titles').selectAll().where('id', '=', id).executeTakeFirst()
  return row && stored(row)
}

const findTitles = async (db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, StoredTitle>> => {
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('titles').selectAll().where('id', 'in', ids).execute()
  return new Map(rows.map((row) => [row.id, stored(row)]))
}

export const findTitleByRef = async (db: Db, ref: TitleRef): Promise<StoredTitle | undefined> => {
  const row = await db
    .selectFrom('titleIds')
    .innerJoin('titles', 'titles.id', 'titleIds.titleId')
    .selectAll('titles')
    .where('titleIds.kind', '=', ref.kind)
    .where('titleIds.source', '=', ref.source)
    .where('titleIds.value', '=', ref.value)
    .executeTakeFirst()
  return row && stored(row)
}

/** What is kept of a title, under one row from now on. */
const findKnown = async (tx: Tx, title: Title): Promise<StoredTitle | undefined> => {
  const id = await unite(tx, title)
  return id === undefined ? undefined : findTitle(tx, id)
}

/**
 * Keeps a title's facts under one row, whichever of its ids it is already known by, and adds the ids that are new.
 * Returns the row's id.
 */
export const saveTitle = async (tx: Tx, title: Title, now: Instant, ids: Ids): Promise<string> => {
  const known = await findKnown(tx, title)
  const id = known?.id ?? ids.next(now)
  const whole = { ...title, ids: { ...known?.title.ids, ...title.ids } }
  const [kept = id] = await write(tx, [{ id, title: whole, fetchedAt: now }])
  return kept
}

/**
 * Keeps what a list or feed says of a title: its ids, and while nothing better is known, its name and the rest.
 * @param idsDue when the ids that it lacks are to be looked for; those that it has are not looked for
 */
export const noteTitle = async (
  tx: Tx,
  title: Title,
  now: Instant,
  ids: Ids,
  idsDue: Instant | null,
): Promise<string> => {
  const noted = note(await findKnown(tx, title), title, ids.next(now), idsDue)
  const [kept = noted.id] = await write(tx, [noted])
  return kept
}

type RowsOf = Awaited<ReturnType<typeof listLedTo<Title>>>

/** Those of some titles that share no id and no row with another of them, and have one row at most. */
const listAlone = (titles: readonly Title[], rowsOf: RowsOf): Title[] => {
  const namesOf = (title: Title): string[] => [...refsOf(title).map(keyOf), ...(rowsOf.get(title) ?? [])]
  const counted = new Map<string, number>()
  for (const name of titles.flatMap(namesOf)) counted.set(name, (counted.get(name) ?? 0) + 1)
  return titles.filter(
    (title) => (rowsOf.get(title)?.size ?? 0) < 2 && namesOf(title).every((name) => counted.get(name) === 1),
  )
}

/**
 * Notes a page of titles at once, as `noteTitle` does each. The value holds the row of each; what was said after it may
 * have made that another.
 */
export const noteTitles = async (
  tx: Tx,
  titles: readonly Title[],
  now: Instant,
  ids: Ids,
  idsDue: Instant | null,
): Promise<string[]> => {
  const rowsOf = await listLedTo(tx, titles)
  const alone = listAlone(titles, rowsOf).map((title) => {
    const [row = ''] = rowsOf.get(title) ?? []
    return { title, row }
  })
  const known = await findTitles(
    tx,
    alone.map(({ row }) => row),
  )
  const noted = alone.map(({ title, row }) => note(known.get(row), title, ids.next(now), idsDue))
  const kept = await write(tx, noted)
  const found = new Map(alone.map(({ title }, at) => [title, kept[at] ?? '']))
  for (const title of titles)
    if (!found.has(title)) found.set(title, await noteTitle(tx, title, now, ids, idsDue))
  return titles.map((title) => found.get(title) ?? '')
}

/** What a title's row holds after it was noted; `id` is for one that has none yet. */
const note = (known: StoredTitle | undefined, title: Title, id: string, idsDue: Instant | null): TitleRow => {
  const whole = { ...told(known, title), ids: { ...known?.title.ids, ...title.ids } }
  const due = isFetchable(whole) ? null : idsDue
  return { id: known?.id ?? id, title: whole, fetchedAt: known?.fetchedAt ?? 0, idsDue: due }
}

/** Facts that somebody looked up stay; until then the latest word counts, where it says something at all. */
const told = (known: StoredTitle | undefined, title: Title): Title => {
  if (known === undefined || known.fetchedAt > 0) return known?.title ?? title
  return { ...known.title, ...title, genres: title.genres.length > 0 ? title.genres : known.title.genres }
}

/** What is written of a title; without `idsDue` that stays as it is. */
type TitleRow = StoredTitle & Readonly<{ idsDue?: Instant | null }>

/** Writes rows, no two of one title. The value holds the row that counts of each. */
const write = async (tx: Tx, rows: readonly TitleRow[]): Promise<string[]> => {
  if (rows.length === 0) return []
  const isDueTold = rows.every(({ idsDue }) => idsDue !== undefined)
  await tx
    .insertInto('titles')
    .values(
      rows.map(({ title, ...row }) => {
        const { kind, name } = title
        return { ...row, kind, name, facts: JSON.stringify(title) }
      }),
    )
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet(({ ref }) => ({
        name: ref('excluded.name'),
        facts: ref('excluded.facts'),
        fetchedAt: ref('excluded.fetchedAt'),
        ...(isDueTold ? { idsDue: ref('excluded.idsDue') } : {}),
      })),
    )
    .execute()
  const named = rows.flatMap(({ id, title }) => refsOf(title).map((ref) => ({ ...ref, titleId: id })))
  if (named.length > 0)
    await tx
      .insertInto('titleIds')
      .values(named)
      .onConflict((conflict) => conflict.columns(['kind', 'source', 'value']).doNothing())
      .execute()
  const rowsOf = await listLedTo(
    tx,
    rows.map(({ title }) => title),
  )
  const kept: string[] = []
  for (const { id, title } of rows) {
    const isOwn = [...(rowsOf.get(title) ?? [])].every((row) => row === id)
    kept.push(isOwn ? id : await settle(tx, title, id))
  }
  return kept
}

/** Another transaction may have stored the same title a moment earlier: its row is the one that counts. */
const settle = async (tx: Tx, title: Title, id: string): Promise<string> => {
  const kept = (await unite(tx, title)) ?? id
  if (kept !== id) await dropNameless(tx, id)
  return kept
}

/** Rows of titles by Plex's numbers of them. */
export const findTitlesByPlexKey = async (
  db: Db,
  keys: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  if (keys.length === 0) return new Map()
  const rows = await db
    .selectFrom('titleIds')
    .select(['value', 'titleId'])
    .where('source', '=', 'plex')
    .where('kind', 'in', ['film', 'show'])
    .where('value', 'in', keys)
    .execute()
  return new Map(rows.map(({ value, titleId }) => [value, titleId]))
}

/** Those of some rows that are still there. */
export const listKept = async (db: Db, ids: readonly string[]): Promise<ReadonlySet<string>> => {
  if (ids.length === 0) return new Set()
  const rows = await db.selectFrom('titles').select('id').where('id', 'in', ids).execute()
  return new Set(rows.map(({ id }) => id))
}

/** Titles whose ids are to be looked for now. */
export const listIdsDue = async (db: Db, now: Instant, limit: number): Promise<StoredTitle[]> => {
  const rows = await db
    .selectFrom('titles')
    .selectAll()
    .where('idsDue', '<=', now)
    .orderBy('idsDue')
    .limit(limit)
    .execute()
  return rows.map(stored)
}

export const setIdsDue = async (tx: Tx, id: string, idsDue: Instant | null): Promise<void> => {
  await tx.updateTable('titles').set({ idsDue }).where('id', '=', id).execute()
}

const MOST_FOUND = 10

/** Titles that we know already and whose name holds the text; for when nobody else answers. */
export const searchKnownTitles = async (db: Db, text: string, kind?: Kind): Promise<Candidate[]> => {
  const pattern = `%${text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`
  const rows = await db
    .selectFrom('titles')
    .selectAll()
    .where((eb) => sql<boolean>`lower(${eb.ref('name')}) like ${pattern} escape '\\'`)
    .$if(kind !== undefined, (query) => query.where('kind', '=', kind ?? 'film'))
    .orderBy('name')
    .orderBy('id')
    .limit(MOST_FOUND)
    .execute()
  return rows.flatMap((row) => {
    const { title } = stored(row)
    // By Plex's number alone nobody but Plex knows it.
    const ref = refsOf(title).find(({ source }) => source !== 'plex')
    return ref === undefined ? [] : [candidateOf(title, ref)]
  })
}
