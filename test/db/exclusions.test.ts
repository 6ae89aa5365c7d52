import { beforeEach, expect, it } from 'vitest'
import {
  deleteExclusion,
  exclusionsOf,
  findExclusion,
  insertExclusion,
  pageExclusions,
} from '../../src/db/queries/exclusions.ts'
import { title } from '../actions/support/things.ts'
import { onEachDatabase } from './support/ledger.ts'

onEachDatabase('what is excluded', (ledger) => {
  beforeEach(async () => {
    await ledger.db.deleteFrom('exclusions').execute()
  })

  const film = async () => (await ledger.write(title)).titleId
  /** Excludes for somebody, or for all. */
  const exclude = (titleId: string, personId: string | undefined, now = 1) =>
    ledger.write((tx) => insertExclusion(tx, titleId, personId, '7', now))
  const pageOf = async (personId: string, page: number, size = 2) => {
    const { rows, total } = await pageExclusions(ledger.db, personId, page, size)
    return { titles: rows.map(({ titleId }) => titleId), total }
  }

  it('is so for its person alone, or for all, which counts for more', async () => {
    const [own, shared] = [await film(), await film()]
    await exclude(own, 'mia')
    await exclude(shared, undefined)
    await exclude(shared, 'mia')
    expect(await findExclusion(ledger.db, own, 'mia')).toBe('person')
    expect(await findExclusion(ledger.db, own, 'ben')).toBeUndefined()
    expect(await findExclusion(ledger.db, shared, 'mia')).toBe('all')
    expect(await findExclusion(ledger.db, shared, 'ben')).toBe('all')
    expect(await exclusionsOf(ledger.db, shared, 'mia')).toEqual({ person: true, all: true })
    expect(await exclusionsOf(ledger.db, shared, 'ben')).toEqual({ person: false, all: true })
  })

  it('is so once, and may be taken back once, by whom it was said for', async () => {
    const id = await film()
    expect(await exclude(id, 'mia')).toBe(true)
    expect(await exclude(id, 'mia')).toBe(false)
    expect(await exclude(id, undefined)).toBe(true)
    const include = (personId: string | undefined) => ledger.write((tx) => deleteExclusion(tx, id, personId))
    expect(await include('ben')).toBe(false)
    expect(await include(undefined)).toBe(true)
    expect(await findExclusion(ledger.db, id, 'mia')).toBe('person')
    expect(await include('mia')).toBe(true)
    expect(await include('mia')).toBe(false)
  })

  it('comes in pages of one’s own and everybody’s, newest first, and those of a moment always in one order', async () => {
    const [a, b, c, d, others] = [await film(), await film(), await film(), await film(), await film()]
    const [first, second] = [b, c].sort()
    await exclude(a, 'mia', 1)
    await exclude(b, 'mia', 5)
    await exclude(c, undefined, 5)
    await exclude(d, undefined, 9)
    await exclude(others, 'ben', 7)
    expect(await pageOf('mia', 0)).toEqual({ titles: [d, first], total: 4 })
    expect(await pageOf('mia', 1)).toEqual({ titles: [second, a], total: 4 })
    expect(await pageOf('mia', 2)).toEqual({ titles: [], total: 4 })
    expect(await pageOf('ben', 0, 9)).toEqual({ titles: [d, others, c], total: 3 })
    expect(await pageOf('', 0, 9)).toEqual({ titles: [d, c], total: 2 })
  })

  it('says who said so, when, and for whom', async () => {
    const [own, shared] = [await film(), await film()]
    await exclude(own, 'mia', 3)
    await exclude(shared, undefined, 2)
    expect((await pageExclusions(ledger.db, 'mia', 0, 9)).rows).toEqual([
      { titleId: own, forAll: false, by: '7', createdAt: 3 },
      { titleId: shared, forAll: true, by: '7', createdAt: 2 },
    ])
  })
})
