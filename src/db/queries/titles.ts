import { sql } from 'kysely'
import { isFetchable } from '../../domain/titles/kind.ts'
import {
  type Candidate,
  candidateOf,
  type IdSource,
  type Kind,
  type Title,
  type TitleRef,
} from '../../domain/titles/title.ts'
import type { Instant } from '../../platform/clock.ts'
import type { Ids } from '../../platform/ids.ts'
import type { Db, Tx } from '../connect.ts'
import { lockTitle } from './claims.ts'

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

/**
 * Keeps a title's facts under one row, whichever of its ids it is already known by, and adds the ids that are new.
 * Returns the row's id.
 */
export const saveTitle = async (tx: Tx, title: Title, now: Instant, ids: Ids): Promise<string> => {
  const known = await unite(tx, title)
  const whole = { ...title, ids: { ...known?.title.ids, ...title.ids } }
  return write(tx, known?.id ?? ids.next(now), whole, { fetchedAt: now })
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
  const known = await unite(tx, title)
  const whole = { ...told(known, title), ids: { ...known?.title.ids, ...title.ids } }
  const due = isFetchable(whole) ? null : idsDue
  return write(tx, known?.id ?? ids.next(now), whole, { fetchedAt: known?.fetchedAt ?? 0, idsDue: due })
}

/** Facts that somebody looked up stay; until then the latest word counts, where it says something at all. */
const told = (known: StoredTitle | undefined, title: Title): Title => {
  if (known === undefined || known.fetchedAt > 0) return known?.title ?? title
  return { ...known.title, ...title, genres: title.genres.length > 0 ? title.genres : known.title.genres }
}

const write = async (
  tx: Tx,
  id: string,
  title: Title,
  more: { fetchedAt: Instant; idsDue?: Instant | null },
): Promise<string> => {
  const facts = { name: title.name, facts: JSON.stringify(title), ...more }
  await tx
    .insertInto('titles')
    .values({ id, kind: title.kind, ...facts })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(facts))
    .execute()
  const refs = refsOf(title)
  for (const ref of refs) {
    await tx
      .insertInto('titleIds')
      .values({ ...ref, titleId: id })
      .onConflict((conflict) => conflict.columns(['kind', 'source', 'value']).doNothing())
      .execute()
  }
  // Another transaction may have stored the same title a moment earlier: its row is the one that counts.
  const kept = (await unite(tx, title))?.id ?? id
  if (kept !== id) await dropNameless(tx, id)
  return kept
}

/** Forgets a row that none of its ids lead to. */
const dropNameless = async (tx: Tx, id: string): Promise<void> => {
  const named = tx.selectFrom('titleIds').select('titleId').where('titleId', '=', id)
  await tx
    .deleteFrom('titles')
    .where('id', '=', id)
    .where(({ not, exists }) => not(exists(named)))
    .execute()
}

// Always in this order, so that two who keep the same title never wait for each other.
const SOURCES: readonly IdSource[] = ['tmdb', 'imdb', 'tvdb', 'plex']

const refsOf = (title: Pick<Title, 'kind' | 'ids'>): TitleRef[] =>
  SOURCES.flatMap((source) => {
    const value = title.ids[source]
    return value === undefined ? [] : [{ kind: title.kind, source, value }]
  })

/** Finds the row of a title, and where its ids lead to several, makes them one: that which was asked for. */
const unite = async (tx: Tx, title: Pick<Title, 'kind' | 'ids'>): Promise<StoredTitle | undefined> => {
  const found = new Map<string, StoredTitle>()
  for (const ref of refsOf(title)) {
    const row = await findTitleByRef(tx, ref)
    if (row !== undefined) found.set(row.id, row)
  }
  const rows = [...found.values()]
  if (rows.length < 2) return rows[0]
  const asked = await listAsked(tx, [...found.keys()])
  const kept = rows.find(({ id }) => asked.has(id)) ?? rows[0]
  for (const { id } of rows) if (kept !== undefined && id !== kept.id) await mergeTitle(tx, id, kept.id)
  return kept
}

/** Those of some rows that were asked for. */
const listAsked = async (tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> => {
  const rows = await tx.selectFrom('requests').select('titleId').where('titleId', 'in', ids).execute()
  return new Set(rows.map(({ titleId }) => titleId))
}

/** Gives all that belongs to one row to another; what was asked for by that name stays as it is. */
const mergeTitle = async (tx: Tx, from: string, into: string): Promise<void> => {
  // Whoever would ask for it waits for this transaction, and finds it gone.
  await lockTitle(tx, from)
  if ((await listAsked(tx, [from])).size > 0) return
  await tx.updateTable('titleIds').set({ titleId: into }).where('titleId', '=', from).execute()
  // Of two entries of one list the one that stands there counts.
  const standing = tx
    .selectFrom('watchItems')
    .select('plexId')
    .where('titleId', '=', from)
    .where('goneAt', 'is', null)
  await tx
    .deleteFrom('watchItems')
    .where('titleId', '=', into)
    .where('goneAt', 'is not', null)
    .where('plexId', 'in', standing)
    .execute()
  const there = tx.selectFrom('watchItems').select('plexId').where('titleId', '=', into)
  await tx.deleteFrom('watchItems').where('titleId', '=', from).where('plexId', 'in', there).execute()
  await tx.updateTable('watchItems').set({ titleId: into }).where('titleId', '=', from).execute()
  const excluded = tx.selectFrom('exclusions').select('personId').where('titleId', '=', into)
  await tx.deleteFrom('exclusions').where('titleId', '=', from).where('personId', 'in', excluded).execute()
  await tx.updateTable('exclusions').set({ titleId: into }).where('titleId', '=', from).execute()
  await tx.deleteFrom('titles').where('id', '=', from).execute()
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
