import { expect, it } from 'vitest'
import { recordListed } from '../../src/actions/watchlists/record-listed.ts'
import { findTitle, findTitleByRef, listKept, noteTitle, noteTitles } from '../../src/db/queries/titles.ts'
import type { Title } from '../../src/domain/titles/title.ts'
import { cast } from '../actions/support/cast.ts'
import { desk, furnish } from '../actions/support/desk.ts'
import { friend, reader } from '../actions/support/lists.ts'
import { type Ledger, onEachDatabase } from './support/ledger.ts'
import { another, film, ids, request } from './support/rows.ts'

const DUE = 7_000

const note = (ledger: Ledger, title: Title) => ledger.write((tx) => noteTitle(tx, title, 1_000, ids, 1_000))
const noteAll = (ledger: Ledger, titles: readonly Title[]) =>
  ledger.write((tx) => noteTitles(tx, titles, 2_000, ids, DUE))

onEachDatabase('a page of titles', (ledger) => {
  const rowsNamed = (name: string) =>
    ledger.db.selectFrom('titles').select(['id', 'idsDue']).where('name', '=', name).orderBy('id').execute()
  const leadsTo = async (source: 'plex' | 'tmdb' | 'imdb', value: string, kind: 'film' | 'show' = 'film') =>
    (await findTitleByRef(ledger.db, { kind, source, value }))?.id

  it('is noted at once: known, unknown, named twice, and what makes two rows one', async () => {
    const name = `Page ${another()}`
    const [known, fresh, whole, twice, one, other] = Array.from({ length: 6 }, another) as [
      string,
      string,
      string,
      string,
      string,
      string,
    ]
    const told = film({ name, ids: { plex: known }, overview: 'A house flies.', genres: ['Comedy'] })
    const knownRow = await note(ledger, told)
    const showRow = await note(ledger, film({ name, kind: 'show', ids: { plex: known } }))
    const listed = await note(ledger, film({ name, ids: { plex: one } }))
    const fed = await note(ledger, film({ name, ids: { tmdb: other } }))
    await ledger.write((tx) => request(tx, { titleId: listed }))
    const rows = await noteAll(ledger, [
      film({ name, ids: { plex: known, imdb: `tt${known}` } }),
      film({ name, ids: { plex: fresh } }),
      film({ name, ids: { plex: twice } }),
      film({ name, ids: { plex: one, tmdb: other } }),
      film({ name, ids: { plex: whole, tmdb: whole } }),
      film({ name, ids: { plex: twice, tmdb: twice } }),
      // The same numbers, of another kind.
      film({ name, kind: 'show', ids: { plex: fresh, tmdb: other } }),
      film({ name, kind: 'show', ids: { plex: known, tmdb: known } }),
    ])
    const [ofKnown, ofFresh, ofTwice, ofMerged, ofWhole, again, ofShow, ofKnownShow] = rows
    expect(ofKnown).toBe(knownRow)
    expect(ofKnownShow).toBe(showRow)
    expect(ofMerged).toBe(listed)
    expect(again).toBe(ofTwice)
    expect(new Set(rows).size).toBe(7)
    expect(await findTitle(ledger.db, fed)).toBeUndefined()
    expect((await findTitle(ledger.db, listed))?.title.ids).toEqual({ plex: one, tmdb: other })
    expect(await leadsTo('imdb', `tt${known}`)).toBe(knownRow)
    expect(await leadsTo('tmdb', other)).toBe(listed)
    expect(await leadsTo('plex', fresh)).toBe(ofFresh)
    expect(await leadsTo('plex', fresh, 'show')).toBe(ofShow)
    expect(await leadsTo('plex', known, 'show')).toBe(showRow)
    expect(await leadsTo('tmdb', other, 'show')).toBe(ofShow)
    const due = new Map((await rowsNamed(name)).map(({ id, idsDue }) => [id, idsDue]))
    expect(due).toEqual(
      new Map([
        [ofKnown, DUE],
        [ofFresh, DUE],
        [ofTwice, null],
        [ofMerged, null],
        [ofWhole, null],
        [ofShow, DUE],
        [showRow, DUE],
      ]),
    )
    const heard = { overview: 'A house flies.', genres: ['Comedy'], ids: { plex: known, imdb: `tt${known}` } }
    expect((await findTitle(ledger.db, knownRow))?.title).toMatchObject(heard)
  })

  it('keeps what was looked up, and whatever two titles have in common in one row', async () => {
    const [plex, tmdb, imdb] = [another(), another(), `tt${another()}`]
    const rows = await noteAll(ledger, [
      film({ ids: { plex } }),
      film({ ids: { tmdb } }),
      film({ ids: { imdb } }),
      film({ ids: { plex, imdb } }),
      film({ ids: { imdb, tmdb } }),
    ])
    const kept = await listKept(ledger.db, rows)
    expect(kept.size).toBe(1)
    expect(kept).toContain(rows.at(-1))
    for (const value of [
      await leadsTo('plex', plex),
      await leadsTo('tmdb', tmdb),
      await leadsTo('imdb', imdb),
    ])
      expect(value).toBe(rows.at(-1))
  })

  it('is nothing when it is empty', async () => {
    expect(await noteAll(ledger, [])).toEqual([])
  })

  it('that many note at once is one row for each title, and leaves no other', async () => {
    for (let round = 0; round < 3; round++) {
      const name = `Crowd ${another()}`
      const titles = Array.from({ length: 30 }, () =>
        film({ name, ids: { plex: another(), tmdb: another() } }),
      )
      const noted = await Promise.all(Array.from({ length: 6 }, () => noteAll(ledger, titles)))
      for (const rows of noted) expect(rows).toEqual(noted[0])
      expect(new Set(noted[0]).size).toBe(30)
      expect(await rowsNamed(name)).toHaveLength(30)
    }
  })
})

onEachDatabase('what a page of a list shows', (ledger) => {
  const shown = async (...titles: Title[]) => {
    await furnish(ledger.db)
    const { plexId } = await friend(ledger)
    await reader(ledger, plexId).walk()
    const entries = titles.map((title) => ({ title }))
    const read = await recordListed(desk(ledger.db), cast.system, { plexId, entries, via: 'feed' })
    expect(read).toMatchObject({ ok: true })
    const rows = await ledger.db
      .selectFrom('watchItems')
      .select('titleId')
      .where('plexId', '=', plexId)
      .execute()
    return rows.map(({ titleId }) => titleId)
  }

  it('stands there once when its row became another by the same page', async () => {
    const [plex, tmdb] = [another(), another()]
    await note(ledger, film({ ids: { plex } }))
    const fed = await note(ledger, film({ ids: { tmdb } }))
    await ledger.write((tx) => request(tx, { titleId: fed }))
    expect(await shown(film({ ids: { plex } }), film({ ids: { plex, tmdb } }))).toEqual([fed])
  })

  it('is not another kind’s with the same number', async () => {
    const plex = another()
    const ofFilm = await note(ledger, film({ ids: { plex } }))
    const [ofShow = '', ...more] = await shown(film({ kind: 'show', ids: { plex } }))
    expect(ofShow).not.toBe(ofFilm)
    expect(more).toEqual([])
    const both = await shown(film({ ids: { plex } }), film({ kind: 'show', ids: { plex } }))
    expect(both.sort()).toEqual([ofFilm, ofShow].sort())
  })
})
