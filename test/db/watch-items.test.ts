import { beforeEach, expect, it } from 'vitest'
import {
  countItems,
  countMissed,
  findItem,
  hasMissed,
  insertItems,
  listToRetry,
  markSeen,
  pageItems,
  takeOffMissed,
  updateItem,
  type WatchItem,
} from '../../src/db/queries/watch-items.ts'
import type { ItemFilter } from '../../src/domain/watchlists/item.ts'
import { forgetPlex } from '../actions/support/desk.ts'
import { friend } from '../actions/support/lists.ts'
import { title } from '../actions/support/things.ts'
import { onEachDatabase } from './support/ledger.ts'
import { another } from './support/rows.ts'

onEachDatabase('what stands on a list', (ledger) => {
  let plexId = ''
  beforeEach(async () => {
    await forgetPlex(ledger.db)
    plexId = (await friend(ledger)).plexId
  })

  const put = async (more: Partial<WatchItem> = {}, on = plexId) => {
    const { id = `i${another()}`, state = 'new', addedAt = 1, seenPass = 0, ...rest } = more
    await ledger.write(async (tx) => {
      const { titleId } = await title(tx)
      await insertItems(tx, [{ id, plexId: on, titleId, state, addedAt, seenPass }])
      if (Object.keys(rest).length > 0) await updateItem(tx, id, rest)
    })
    return id
  }
  const pageOf = async (filter: ItemFilter, page: number, size = 2) => {
    const { items, total } = await pageItems(ledger.db, plexId, filter, page, size)
    return { items: items.map(({ id }) => id), total }
  }

  it('comes in pages, newest first, and what came in one moment always in one order', async () => {
    await put({ id: 'b', addedAt: 5 })
    await put({ id: 'a', addedAt: 9 })
    await put({ id: 'd', addedAt: 1 })
    await put({ id: 'c', addedAt: 5 })
    await put({ id: 'gone', addedAt: 7, goneAt: 8 })
    await put({ id: 'theirs', addedAt: 6 }, (await friend(ledger)).plexId)
    expect(await pageOf('all', 0)).toEqual({ items: ['a', 'c'], total: 4 })
    expect(await pageOf('all', 1)).toEqual({ items: ['b', 'd'], total: 4 })
    expect(await pageOf('all', 2)).toEqual({ items: [], total: 4 })
    expect(await pageOf('all', 0, 9)).toEqual({ items: ['a', 'c', 'b', 'd'], total: 4 })
  })

  it('is found by how it stands, and counted so', async () => {
    const states = ['new', 'asked', 'here', 'skipped', 'before', 'before'] as const
    for (const [at, state] of states.entries()) await put({ id: `${at}${state}`, state, addedAt: 9 - at })
    await put({ state: 'asked', goneAt: 8 })
    expect(await pageOf('all', 0, 9)).toMatchObject({ total: 6 })
    expect(await pageOf('asked', 0)).toEqual({ items: ['0new', '1asked'], total: 2 })
    expect(await pageOf('not-asked', 0)).toEqual({ items: ['3skipped'], total: 1 })
    expect(await pageOf('before', 1, 1)).toEqual({ items: ['5before'], total: 2 })
    expect(await countItems(ledger.db, plexId)).toEqual({ new: 1, asked: 1, here: 1, skipped: 1, before: 2 })
  })

  it('tells why it was not asked for', async () => {
    const reason = { code: 'here', server: 'Attic' } as const
    await put({ state: 'here', reason })
    expect((await pageItems(ledger.db, plexId, 'all', 0, 9)).items).toMatchObject([{ reason }])
  })

  it('is looked at again when its time has come, the longest waiting first', async () => {
    await put({ id: 'late', retryAt: 11 })
    await put({ id: 'second', retryAt: 10 })
    await put({ id: 'first', retryAt: 3 })
    await put({ id: 'taken off', retryAt: 1, goneAt: 2 })
    await put({ id: 'never', retryAt: null })
    expect(await listToRetry(ledger.db, 10, 9)).toEqual(['first', 'second'])
    expect(await listToRetry(ledger.db, 10, 1)).toEqual(['first'])
  })

  it('is missed by walks that did not see it, and taken off when so many did in a row', async () => {
    const [seen, missed] = [await put({ seenPass: 1 }), await put({ seenPass: 1, retryAt: 7 })]
    const gone = await put({ seenPass: 1, goneAt: 1 })
    const other = await put({ seenPass: 1 }, (await friend(ledger)).plexId)
    const walk = (pass: number, ...ids: string[]) =>
      ledger.write(async (tx) => {
        await markSeen(tx, ids, pass)
        await countMissed(tx, plexId, pass)
        const isMissed = await hasMissed(tx, plexId)
        return { isMissed, off: (await takeOffMissed(tx, plexId, 2, 9)).sort() }
      })
    expect(await walk(2, seen)).toEqual({ isMissed: true, off: [] })
    expect(await walk(3, seen, missed)).toEqual({ isMissed: false, off: [] })
    expect(await walk(4, seen)).toEqual({ isMissed: true, off: [] })
    expect(await walk(5, seen)).toEqual({ isMissed: true, off: [missed] })
    expect(await walk(6, seen)).toEqual({ isMissed: false, off: [] })
    const stands = async (id: string) => {
      const item = await findItem(ledger.db, id)
      return [item?.goneAt, item?.retryAt]
    }
    expect(await stands(missed)).toEqual([9, null])
    expect([await stands(gone), await stands(seen), await stands(other)]).toEqual([
      [1, null],
      [null, null],
      [null, null],
    ])
  })
})
