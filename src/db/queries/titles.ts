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
  const refs = refsOf(title)
  const id = await idOf(tx, refs)
  const facts = { name: title.name, facts: JSON.stringify(title), fetchedAt: now }
  const titleId = id ?? ids.next(now)
  if (id === undefined) {
    await tx
      .insertInto('titles')
      .values({ id: titleId, kind: title.kind, ...facts })
      .execute()
  } else {
    await tx.updateTable('titles').set(facts).where('id', '=', id).execute()
  }
  for (const ref of refs) {
    await tx
      .insertInto('titleIds')
      .values({ ...ref, titleId })
      .onConflict((conflict) => conflict.columns(['kind', 'source', 'value']).doNothing())
      .execute()
  }
  const first = (await idOf(tx, refs)) ?? titleId
  if (first !== titleId && id === undefined) await mergeTitle(tx, titleId, first)
  return first
}

/** Another transaction stored the same title a moment earlier: its row is the one that counts. */
const mergeTitle = async (tx: Tx, from: string, into: string): Promise<void> => {
  await tx.updateTable('titleIds').set({ titleId: into }).where('titleId', '=', from).execute()
  await tx.deleteFrom('titles').where('id', '=', from).execute()
}

// Always in this order, so that two who keep the same title never wait for each other.
const SOURCES: readonly IdSource[] = ['tmdb', 'imdb', 'tvdb']

const refsOf = (title: Title): TitleRef[] =>
  SOURCES.flatMap((source) => {
    const value = title.ids[source]
    return value === undefined ? [] : [{ kind: title.kind, source, value }]
  })

const idOf = async (tx: Tx, refs: readonly TitleRef[]): Promise<string | undefined> => {
  for (const ref of refs) {
    const found = await findTitleByRef(tx, ref)
    if (found !== undefined) return found.id
  }
  return undefined
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
    const ref = refsOf(title)[0]
    return ref === undefined ? [] : [candidateOf(title, ref)]
  })
}
