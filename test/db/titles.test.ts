import { expect, it } from 'vitest'
import { findTitle, findTitleByRef, saveTitle, searchKnownTitles } from '../../src/db/queries/titles.ts'
import type { Title } from '../../src/domain/titles/title.ts'
import { type Ledger, onEachDatabase } from './support/ledger.ts'
import { another, film, ids, request } from './support/rows.ts'

const keep = (ledger: Ledger, title: Title, now = 1_000) =>
  ledger.write((tx) => saveTitle(tx, title, now, ids))

onEachDatabase('a title', (ledger) => {
  it('comes back as it was, by its id and by each of its numbers', async () => {
    const title = film({
      ids: { tmdb: '438631', imdb: 'tt1160419' },
      name: 'Dune: “Ünï” 🎬',
      year: 2021,
      genres: ['a'],
      releases: { cinema: 4_102_444_800_000 },
    })
    const id = await keep(ledger, title, 5_000)
    const kept = { id, title, fetchedAt: 5_000 }
    expect(await findTitle(ledger.db, id)).toEqual(kept)
    expect(await findTitleByRef(ledger.db, { kind: 'film', source: 'tmdb', value: '438631' })).toEqual(kept)
    expect(await findTitleByRef(ledger.db, { kind: 'film', source: 'imdb', value: 'tt1160419' })).toEqual(
      kept,
    )
  })

  it('is not another kind’s or source’s with the same number', async () => {
    const value = another()
    const made = await Promise.all([
      keep(ledger, film({ ids: { tmdb: value } })),
      keep(ledger, film({ kind: 'show', ids: { tmdb: value } })),
      keep(ledger, film({ kind: 'show', ids: { tvdb: value } })),
    ])
    expect(new Set(made).size).toBe(3)
    const found = await findTitleByRef(ledger.db, { kind: 'film', source: 'tvdb', value })
    expect(found).toBeUndefined()
  })

  it('stays one row as more becomes known of it', async () => {
    const [tmdb, imdb] = [another(), `tt00${another()}`]
    const id = await keep(ledger, film({ ids: { tmdb } }))
    expect(await keep(ledger, film({ ids: { tmdb, imdb }, name: 'Up!' }), 2_000)).toBe(id)
    expect(await keep(ledger, film({ ids: { imdb }, name: 'Up!!' }), 3_000)).toBe(id)
    expect(await findTitle(ledger.db, id)).toMatchObject({ title: { name: 'Up!!' }, fetchedAt: 3_000 })
  })

  it('that many keep at once is one row under all of its numbers', async () => {
    const [tmdb, imdb, tvdb] = [another(), `tt00${another()}`, another()]
    const name = `Film ${tmdb}`
    const kept = await Promise.all([
      keep(ledger, film({ name, ids: { tmdb } })),
      keep(ledger, film({ name, ids: { tmdb, imdb } })),
      keep(ledger, film({ name, ids: { tmdb, tvdb } })),
      keep(ledger, film({ name, ids: { tvdb, imdb, tmdb } })),
    ])
    expect(new Set(kept).size).toBe(1)
    const rows = await ledger.db.selectFrom('titles').select('id').where('name', '=', name).execute()
    expect(rows.map(({ id }) => id)).toEqual([kept[0]])
    for (const [source, value] of Object.entries({ tmdb, imdb, tvdb })) {
      const found = await findTitleByRef(ledger.db, { kind: 'film', source: source as 'tmdb', value })
      expect(found?.id).toBe(kept[0])
    }
  })

  it('keeps its row when it is asked for', async () => {
    const made = await ledger.write((tx) => request(tx))
    const again = await findTitle(ledger.db, made.titleId)
    expect(await keep(ledger, again?.title ?? film())).toBe(made.titleId)
  })
})

onEachDatabase('searching what is known', (ledger) => {
  const names = async (text: string, kind?: 'film' | 'show') =>
    (await searchKnownTitles(ledger.db, text, kind)).map(({ name }) => name)

  it('finds by a part of the name in any case, in order, and by kind', async () => {
    const titles = [
      film({ name: 'Zathura: Blue' }),
      film({ name: 'blue Velvet' }),
      film({ kind: 'show', name: 'The Big BLUE', ids: { tvdb: another() } }),
      film({ name: 'Red' }),
    ]
    for (const title of titles) await keep(ledger, title)
    expect((await names('Blue')).sort()).toEqual(['The Big BLUE', 'Zathura: Blue', 'blue Velvet'])
    expect(await names('blue v')).toEqual(['blue Velvet'])
    expect(await names('blue', 'show')).toEqual(['The Big BLUE'])
    expect(await names('bluer')).toEqual([])
  })

  it.each(['100%', '50_50', 'a\\b', "O'Hara"])('takes %j by the letter', async (name) => {
    await keep(ledger, film({ name }))
    await keep(ledger, film({ name: name.replace(/[%_\\']/, 'x') }))
    expect(await names(name)).toEqual([name])
  })

  it('gives ten at most, as something that can be asked for', async () => {
    for (let index = 0; index < 12; index++) await keep(ledger, film({ name: `Sequel ${index}`, year: 2000 }))
    const found = await searchKnownTitles(ledger.db, 'sequel')
    expect(found).toHaveLength(10)
    expect(found[0]).toEqual({
      ref: expect.objectContaining({ source: 'tmdb' }),
      name: 'Sequel 0',
      year: 2000,
    })
  })
})
