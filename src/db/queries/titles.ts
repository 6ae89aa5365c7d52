import { sql } from 'kysely'
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
  const whole = { ...(known?.title ?? title), ids: { ...known?.title.ids, ...title.ids } }
  const due = isFetchable(whole) ? null : idsDue
  return write(tx, known?.id ?? ids.next(now), whole, { fetchedAt: known?.fetchedAt ?? 0, idsDue: due })
}

/** Whether its *arr can be asked for it: Radarr knows films by TMDB's number, Sonarr shows by TVDB's. */
export const isFetchable = ({ kind, ids }: Pick<Title, 'kind' | 'ids'>): boolean =>
  (kind === 'film' ? ids.tmdb : ids.tvdb) !== undefined

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
  return (await unite(tx, title))?.id ?? id
}

// Always in this order, so that two who keep the same title never wait for each other.
const SOURCES: readonly IdSource[] = ['tmdb', 'imdb', 'tvdb', 'plex']

const refsOf = (title: Pick<Title, 'kind' | 'ids'>): TitleRef[] =>
  SOURCES.flatMap((source) => {
    const value = title.ids[source]
    return value === undefined ? [] : [{ kind: title.kind, source, value }]
  })

/** Finds the row of a title, and where its ids lead to several, makes them one. */
const unite = async (tx: Tx, title: Pick<Title, 'kind' | 'ids'>): Promise<StoredTitle | undefined> => {
  const found = new Map<string, StoredTitle>()
  for (const ref of refsOf(title)) {
    const row = await findTitleByRef(tx, ref)
    if (row !== undefined) found.set(row.id, row)
  }
  const [first, ...others] = [...found.values()]
  for (const other of others) if (first !== undefined) await mergeTitle(tx, other.id, first.id)
  return first
}

/** Gives all that belongs to one row to another; what was asked for by that name stays as it is. */
const mergeTitle = async (tx: Tx, from: string, into: string): Promise<void> => {
  const asked = await tx.selectFrom('requests').select('id').where('titleId', '=', from).executeTakeFirst()
  if (asked !== undefined) return
  await tx.updateTable('titleIds').set({ titleId: into }).where('titleId', '=', from).execute()
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
