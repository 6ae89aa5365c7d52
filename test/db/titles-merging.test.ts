import { sql } from 'kysely'
import { beforeEach, expect, it } from 'vitest'
import { defineAction } from '../../src/actions/define.ts'
import { type Db, isPostgres } from '../../src/db/connect.ts'
import { findExclusion, insertExclusion } from '../../src/db/queries/exclusions.ts'
import {
  findTitle,
  findTitlesByPlexKey,
  listIdsDue,
  noteTitle,
  saveTitle,
} from '../../src/db/queries/titles.ts'
import { insertItems, listItemsOf, updateItem, type WatchItem } from '../../src/db/queries/watch-items.ts'
import { done } from '../../src/domain/refusals.ts'
import type { Title } from '../../src/domain/titles/title.ts'
import { cast } from '../actions/support/cast.ts'
import { desk, forgetPlex } from '../actions/support/desk.ts'
import { friend } from '../actions/support/lists.ts'
import { type Ledger, onEachDatabase } from './support/ledger.ts'
import { another, film, ids, request } from './support/rows.ts'

const note = (ledger: Ledger, title: Title, due: number | null = 1_000) =>
  ledger.write((tx) => noteTitle(tx, title, 1_000, ids, due))

/** The same film as a list shows it and as a feed does, and what tells that both are one. */
const twice = async (ledger: Ledger) => {
  const [plex, tmdb] = [another(), another()]
  const listed = await note(ledger, film({ ids: { plex } }))
  const fed = await note(ledger, film({ ids: { tmdb } }))
  expect(listed).not.toBe(fed)
  return { listed, fed, whole: film({ ids: { plex, tmdb } }) }
}

/** Puts something on a list. */
const put = async (ledger: Ledger, plexId: string, titleId: string, more: Partial<WatchItem> = {}) => {
  const id = ids.next(1)
  await ledger.write(async (tx) => {
    await insertItems(tx, [{ id, plexId, titleId, state: 'new', addedAt: 1, seenPass: 0 }])
    await updateItem(tx, id, { missed: 0, ...more })
  })
  return id
}

/** How many of PostgreSQL's transactions wait for another in this database. */
const countBlocked = async (db: Db): Promise<number> => {
  const { rows } = await sql`select 1 from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`.execute(db)
  return rows.length
}

onEachDatabase('two rows of one title', (ledger) => {
  const rowsNamed = (name: string) =>
    ledger.db.selectFrom('titles').select('id').where('name', '=', name).execute()

  beforeEach(() => forgetPlex(ledger.db))

  it('become one, with whatever stood on lists by either', async () => {
    const { listed, fed, whole } = await twice(ledger)
    const [mia, ben] = [await friend(ledger), await friend(ledger)]
    const own = await put(ledger, mia.plexId, listed)
    const both = await put(ledger, ben.plexId, fed)
    await put(ledger, ben.plexId, listed)
    const kept = await note(ledger, whole)
    expect([listed, fed]).toContain(kept)
    expect(await findTitle(ledger.db, kept === listed ? fed : listed)).toBeUndefined()
    expect(await listItemsOf(ledger.db, mia.plexId, [kept])).toMatchObject([{ id: own }])
    expect(await listItemsOf(ledger.db, ben.plexId, [kept])).toMatchObject([{ id: both }])
  })

  it('become one while another transaction puts the one on a list where the other stands', async () => {
    const { listed, fed, whole } = await twice(ledger)
    const { plexId } = await friend(ledger)
    await put(ledger, plexId, listed)
    const uniting = defineAction<void, string>({
      name: 'test.unite',
      allow: 'system',
      run: async ({ tx, now }) => done(await noteTitle(tx, whole, now, ids, null)),
    })
    let united: ReturnType<typeof uniting> | undefined
    await ledger.write(async (tx) => {
      await insertItems(tx, [
        { id: ids.next(1), plexId, titleId: fed, state: 'new', addedAt: 1, seenPass: 0 },
      ])
      united = uniting(desk(ledger.db), cast.system)
      // On PostgreSQL it comes as far as this row, and waits; on SQLite it has not begun.
      if (isPostgres(ledger.db)) await expect.poll(() => countBlocked(ledger.db)).toBe(1)
    })
    const kept = await united
    if (!kept?.ok) throw new Error('refused')
    expect(await ledger.db.selectFrom('watchItems').select(['plexId', 'titleId']).execute()).toEqual([
      { plexId, titleId: kept.value },
    ])
  })

  it.each(['listed', 'fed'] as const)('become that which was asked for: %s', async (asked) => {
    const { whole, ...rows } = await twice(ledger)
    await ledger.write((tx) => request(tx, { titleId: rows[asked] }))
    expect(await note(ledger, whole)).toBe(rows[asked])
    expect(await ledger.write((tx) => saveTitle(tx, whole, 2_000, ids))).toBe(rows[asked])
    const other = asked === 'fed' ? rows.listed : rows.fed
    expect(await findTitle(ledger.db, other)).toBeUndefined()
  })

  it('stay two when both were asked for, and lose nothing', async () => {
    const { listed, fed, whole } = await twice(ledger)
    await ledger.write((tx) => request(tx, { titleId: listed }))
    await ledger.write((tx) => request(tx, { titleId: fed }))
    const kept = await note(ledger, whole)
    expect(await note(ledger, whole)).toBe(kept)
    expect(await findTitle(ledger.db, listed)).toBeDefined()
    expect(await findTitle(ledger.db, fed)).toBeDefined()
  })

  it('leave on a list what stands there, and not what was taken off it', async () => {
    const { listed, fed, whole } = await twice(ledger)
    const [mia, ben] = [await friend(ledger), await friend(ledger)]
    const gone = { goneAt: 5 }
    await put(ledger, mia.plexId, fed, gone)
    const there = await put(ledger, mia.plexId, listed)
    const stands = await put(ledger, ben.plexId, fed)
    await put(ledger, ben.plexId, listed, gone)
    const kept = await note(ledger, whole)
    expect(await listItemsOf(ledger.db, mia.plexId, [kept])).toMatchObject([{ id: there, goneAt: null }])
    expect(await listItemsOf(ledger.db, ben.plexId, [kept])).toMatchObject([{ id: stands, goneAt: null }])
  })

  it('are excluded as one when either was', async () => {
    const { listed, fed, whole } = await twice(ledger)
    await ledger.write(async (tx) => {
      await insertExclusion(tx, listed, 'mia', '1', 1)
      await insertExclusion(tx, fed, 'mia', '1', 1)
      await insertExclusion(tx, listed, undefined, '1', 1)
      await insertExclusion(tx, fed, 'ben', '1', 1)
    })
    const kept = await note(ledger, whole)
    expect(await findExclusion(ledger.db, kept, 'mia')).toBe('all')
    const left = await ledger.db
      .selectFrom('exclusions')
      .select('personId')
      .where('titleId', 'in', [listed, fed])
      .orderBy('personId')
      .execute()
    expect(left.map(({ personId }) => personId)).toEqual(['', 'ben', 'mia'])
  })

  it('is one whoever notes it first, and leaves no row whose ids are looked for in vain', async () => {
    for (let round = 0; round < 5; round++) {
      const name = `Alone ${another()}`
      const title = film({ name, ids: { plex: another() } })
      const noted = await Promise.all(Array.from({ length: 6 }, () => note(ledger, title, 1)))
      expect(new Set(noted).size).toBe(1)
      expect(await rowsNamed(name)).toHaveLength(1)
      expect((await listIdsDue(ledger.db, 1, 1_000)).filter(({ title }) => title.name === name)).toHaveLength(
        1,
      )
    }
  })

  it('has its ids looked for until its *arr can be asked for it', async () => {
    const plex = another()
    const due = async () => (await listIdsDue(ledger.db, 9_000, 1_000)).map(({ title }) => title.ids.plex)
    await note(ledger, film({ kind: 'show', ids: { plex } }))
    expect(await due()).toContain(plex)
    await note(ledger, film({ kind: 'show', ids: { plex, tmdb: another() } }))
    expect(await due()).toContain(plex)
    await note(ledger, film({ kind: 'show', ids: { plex, tvdb: another() } }))
    expect(await due()).not.toContain(plex)
  })

  it('keeps the better word: what was looked up, else what was heard last', async () => {
    const plex = another()
    const id = await note(ledger, film({ ids: { plex }, name: 'Up' }))
    await note(ledger, film({ ids: { plex }, name: 'Up', overview: 'A house flies.', genres: ['Comedy'] }))
    await note(ledger, film({ ids: { plex }, name: 'Up!' }))
    const heard = { name: 'Up!', overview: 'A house flies.', genres: ['Comedy'] }
    expect((await findTitle(ledger.db, id))?.title).toMatchObject(heard)
    await ledger.write((tx) => saveTitle(tx, film({ ids: { plex }, name: 'Up!!' }), 5_000, ids))
    await note(ledger, film({ ids: { plex }, name: 'Oben' }))
    expect(await findTitle(ledger.db, id)).toMatchObject({ title: { name: 'Up!!' }, fetchedAt: 5_000 })
  })

  it('is found by Plex’s number of it', async () => {
    const [known, unknown] = [another(), another()]
    const id = await note(ledger, film({ ids: { plex: known } }))
    await note(ledger, film({ ids: { tmdb: unknown } }))
    expect(await findTitlesByPlexKey(ledger.db, [known, unknown])).toEqual(new Map([[known, id]]))
    expect(await findTitlesByPlexKey(ledger.db, [])).toEqual(new Map())
  })
})
