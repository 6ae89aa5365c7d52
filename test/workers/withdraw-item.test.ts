import { beforeEach, expect, it } from 'vitest'
import { insertFollower, listFollowers } from '../../src/db/queries/followers.ts'
import { findRequest } from '../../src/db/queries/requests.ts'
import { updateItem, type WatchItem } from '../../src/db/queries/watch-items.ts'
import type { RequestState } from '../../src/domain/requests/request.ts'
import { withdrawItemJob } from '../../src/workers/jobs/withdraw-item.ts'
import { furnish, NOW } from '../actions/support/desk.ts'
import { happened } from '../actions/support/lists.ts'
import { watched } from '../actions/support/things.ts'
import { type Ledger, onEachDatabase } from '../db/support/ledger.ts'
import { another, person, request } from '../db/support/rows.ts'
import { bench } from './support/bench.ts'

/** Something that a list asked for, and that was taken off it unless told otherwise. */
const arrange = async (
  ledger: Ledger,
  { state = 'pending', ...item }: { state?: RequestState } & Partial<Omit<WatchItem, 'state'>> = {},
) => {
  const { itemId, requestId, personId } = await ledger.write(async (tx) => {
    const { itemId, personId, titleId } = await watched(tx, another())
    const change = state === 'evaluating' ? {} : { change: { state } }
    const { id } = await request(tx, { personId, titleId, ...change })
    await insertFollower(tx, id, { personId }, NOW)
    await updateItem(tx, itemId, { state: 'asked', requestId: id, follows: 1, goneAt: NOW, ...item })
    return { itemId, requestId: id, personId }
  })
  const left = async () => ({
    state: (await findRequest(ledger.db, requestId))?.state,
    followers: (await listFollowers(ledger.db, requestId)).map((follower) => follower.personId),
  })
  return { itemId, requestId, personId, left, run: () => withdrawItemJob.run(itemId, bench(ledger.db).deps) }
}

onEachDatabase('something that was taken off a list', (ledger) => {
  beforeEach(() => furnish(ledger.db))

  it.each(['pending', 'evaluating'] as const)('is withdrawn while it is %s, once', async (state) => {
    const { run, left } = await arrange(ledger, { state })
    expect(await run()).toEqual({ end: 'done', note: 'withdrawn' })
    expect(await left()).toEqual({ state: 'cancelled', followers: [] })
    expect(await run()).toEqual({ end: 'done', note: 'it stays' })
  })

  it.each(['approved', 'added', 'downloading', 'available', 'denied'] as const)(
    'goes its way once it is %s',
    async (state) => {
      const { run, left, personId } = await arrange(ledger, { state })
      expect(await run()).toEqual({ end: 'done', note: 'it stays' })
      expect(await left()).toEqual({ state, followers: [personId] })
    },
  )

  it('is still asked for by whoever else waits for it, and its cards hear that one left', async () => {
    const { run, left, requestId } = await arrange(ledger)
    const other = await ledger.write(async (tx) => {
      const personId = await person(tx)
      await insertFollower(tx, requestId, { personId }, NOW)
      return personId
    })
    expect(await run()).toEqual({ end: 'done', note: 'withdrawn' })
    expect(await left()).toEqual({ state: 'pending', followers: [other] })
    expect(await happened(ledger.db, 'request.left')).toContain(requestId)
  })

  it.each([
    ['is back on it', { goneAt: null }],
    ['was waited for since before it was there', { follows: 0 }],
    ['was not asked for', { requestId: null }],
  ] as const)('stays when it %s', async (_, item) => {
    const { run, left, personId } = await arrange(ledger, item)
    expect(await run()).toEqual({ end: 'done', note: 'it stays' })
    expect(await left()).toEqual({ state: 'pending', followers: [personId] })
  })

  it('is withdrawn once when the job runs twice at the same moment', async () => {
    const { run } = await arrange(ledger)
    const notes = (await Promise.all([run(), run(), run()])).map((end) => 'note' in end && end.note)
    expect(notes.sort()).toEqual(['it stays', 'it stays', 'withdrawn'])
  })

  it('is nothing when it isn’t known', async () => {
    const ended = await withdrawItemJob.run('unknown', bench(ledger.db).deps)
    expect(ended).toEqual({ end: 'done', note: 'it stays' })
  })
})
