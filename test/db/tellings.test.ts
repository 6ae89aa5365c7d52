import { expect, it } from 'vitest'
import {
  closeTelling,
  findOpenTelling,
  findTelling,
  insertTelling,
  listEpisodesOf,
  listToldEpisodes,
  moveTelling,
  noteEpisodes,
} from '../../src/db/queries/tellings.ts'
import { onEachDatabase } from './support/ledger.ts'
import { ids, request } from './support/rows.ts'

onEachDatabase('a window in which arrivals are gathered', (ledger) => {
  const { write } = ledger
  const open = () =>
    write(async (tx) => {
      const { id: requestId } = await request(tx, { kind: 'show' })
      const telling = { id: ids.next(1_000), requestId, openedAt: 1_000, dueAt: 2_000, whole: [1] }
      await insertTelling(tx, telling)
      return telling
    })

  it('is one at a time for a request', async () => {
    const first = await open()
    expect(await findOpenTelling(ledger.db, first.requestId)).toEqual({ ...first, flushedAt: null })
    await expect(write((tx) => insertTelling(tx, { ...first, id: ids.next(1_001) }))).rejects.toThrow(
      /unique/i,
    )
    expect(await write((tx) => closeTelling(tx, first.id, 3_000))).toBe(true)
    expect(await write((tx) => closeTelling(tx, first.id, 4_000))).toBe(false)
    expect(await findOpenTelling(ledger.db, first.requestId)).toBeUndefined()
    await write((tx) => insertTelling(tx, { ...first, id: ids.next(1_002) }))
  })

  it('moves while it is open, and not afterwards', async () => {
    const { id } = await open()
    await write((tx) => moveTelling(tx, id, { dueAt: 2_500, whole: [1, 2] }))
    expect(await findTelling(ledger.db, id)).toMatchObject({ dueAt: 2_500, whole: [1, 2] })
    await write((tx) => closeTelling(tx, id, 3_000))
    await write((tx) => moveTelling(tx, id, { dueAt: 9_000, whole: [] }))
    expect(await findTelling(ledger.db, id)).toMatchObject({ dueAt: 2_500, whole: [1, 2], flushedAt: 3_000 })
  })

  it('tells each episode in one window only', async () => {
    const { id, requestId } = await open()
    const episodes = Array.from({ length: 450 }, (_, at) => ({ season: 1, episode: at + 1 }))
    await write((tx) => noteEpisodes(tx, requestId, episodes.slice(0, 3), null))
    await write((tx) => noteEpisodes(tx, requestId, episodes, id))
    await write((tx) => noteEpisodes(tx, requestId, episodes, id))
    expect(await listToldEpisodes(ledger.db, requestId)).toHaveLength(450)
    expect(await listEpisodesOf(ledger.db, id)).toEqual(episodes.slice(3))
  })
})
