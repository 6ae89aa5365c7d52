import type { IdSource, Title, TitleRef } from '../../domain/titles/title.ts'
import type { Db, Tx } from '../connect.ts'
import { lockTitle } from './claims.ts'

// Always in this order, so that two who keep the same title never wait for each other.
const SOURCES: readonly IdSource[] = ['tmdb', 'imdb', 'tvdb', 'plex']

/** The ids of a title, one by one. */
export const refsOf = (title: Pick<Title, 'kind' | 'ids'>): TitleRef[] =>
  SOURCES.flatMap((source) => {
    const value = title.ids[source]
    return value === undefined ? [] : [{ kind: title.kind, source, value }]
  })

/** How an id is told from all others. */
export const keyOf = ({ kind, source, value }: TitleRef): string => `${kind} ${source} ${value}`

/** The rows that the ids of some titles lead to: none, or several, where nobody knew that they are one. */
export const listLedTo = async <Named extends Pick<Title, 'kind' | 'ids'>>(
  db: Db,
  titles: readonly Named[],
): Promise<ReadonlyMap<Named, ReadonlySet<string>>> => {
  const refs = titles.flatMap(refsOf)
  const rowOf = new Map<string, string>()
  for (const { kind, source } of new Map(refs.map((ref) => [`${ref.kind} ${ref.source}`, ref])).values()) {
    const values = refs.filter((ref) => ref.kind === kind && ref.source === source).map(({ value }) => value)
    const rows = await db
      .selectFrom('titleIds')
      .selectAll()
      .where('kind', '=', kind)
      .where('source', '=', source)
      .where('value', 'in', values)
      .execute()
    for (const { titleId, ...ref } of rows) rowOf.set(keyOf(ref), titleId)
  }
  return new Map(
    titles.map((title) => [title, new Set(refsOf(title).flatMap((ref) => rowOf.get(keyOf(ref)) ?? []))]),
  )
}

/** Finds the row of a title, and where its ids lead to several, makes them one: that which was asked for. */
export const unite = async (tx: Tx, title: Pick<Title, 'kind' | 'ids'>): Promise<string | undefined> => {
  const rows = [...((await listLedTo(tx, [title])).get(title) ?? [])]
  if (rows.length < 2) return rows[0]
  const asked = await listAsked(tx, rows)
  const kept = rows.find((id) => asked.has(id)) ?? rows[0]
  for (const id of rows) if (kept !== undefined && id !== kept) await mergeTitle(tx, id, kept)
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

/** Forgets a row that none of its ids lead to. */
export const dropNameless = async (tx: Tx, id: string): Promise<void> => {
  const named = tx.selectFrom('titleIds').select('titleId').where('titleId', '=', id)
  await tx
    .deleteFrom('titles')
    .where('id', '=', id)
    .where(({ not, exists }) => not(exists(named)))
    .execute()
}
