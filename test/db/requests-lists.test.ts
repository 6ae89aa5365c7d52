import { beforeAll, expect, it } from 'vitest'
import { insertFollower } from '../../src/db/queries/followers.ts'
import {
  listApproved,
  listAtWork,
  listConcerned,
  listOrphaned,
  listUnderWay,
  pageRequests,
} from '../../src/db/queries/requests.ts'
import { type MediaRequest, type RequestState, STATES } from '../../src/domain/requests/request.ts'
import { onEachDatabase } from './support/ledger.ts'
import { ids, instanceRow, person, request } from './support/rows.ts'

onEachDatabase('a page of requests', (ledger) => {
  const made: MediaRequest[] = []
  let mia: string
  const page = (filter: Parameters<typeof pageRequests>[1], at: number, size = 5) =>
    pageRequests(ledger.db, filter, at, size)

  beforeAll(async () => {
    made.length = 0
    await ledger.write(async (tx) => {
      mia = await person(tx)
      for (let index = 0; index < 12; index++) {
        // Three at a time at the same moment.
        const createdAt = 1_000 + Math.floor(index / 3)
        const one = await request(tx, {
          id: ids.next(createdAt),
          state: index % 2 === 0 ? 'pending' : 'denied',
          createdAt,
        })
        if (index % 3 === 0) await insertFollower(tx, one.id, { personId: mia, discordId: '1' }, 1_000)
        made.push(one)
      }
    })
    made.sort((one, other) => other.createdAt - one.createdAt || (other.id < one.id ? -1 : 1))
  })

  it('has the newest first, each once, and says how many there are', async () => {
    const pages = await Promise.all([page({}, 0), page({}, 1), page({}, 2), page({}, 3)])
    expect(pages.map(({ total }) => total)).toEqual([12, 12, 12, 12])
    expect(pages.map(({ rows }) => rows.length)).toEqual([5, 5, 2, 0])
    expect(pages.flatMap(({ rows }) => rows.map(({ id }) => id))).toEqual(made.map(({ id }) => id))
  })

  it('of a person has what they follow', async () => {
    const { rows, total } = await page({ personId: mia }, 0)
    expect(total).toBe(4)
    expect(rows).toHaveLength(4)
    expect(await page({ personId: 'nobody' }, 0)).toEqual({ rows: [], total: 0 })
  })

  it('of some states has only those', async () => {
    const states = async (wanted: readonly RequestState[]) => {
      const { rows, total } = await page({ states: wanted }, 0, 20)
      expect(rows).toHaveLength(total)
      return rows.map(({ state }) => state)
    }
    expect(await states(['pending'])).toEqual(Array(6).fill('pending'))
    expect(await states(['denied', 'pending'])).toHaveLength(12)
    expect(await states(['available'])).toEqual([])
    expect((await page({ personId: mia, states: ['pending'] }, 0)).total).toBe(2)
  })
})

onEachDatabase('the requests of an instance', (ledger) => {
  const here = instanceRow()
  const gone = instanceRow({ state: 'removed' })
  const of: Record<string, MediaRequest> = {}

  beforeAll(async () => {
    await ledger.write(async (tx) => {
      await tx.insertInto('instances').values([here, gone]).execute()
      for (const state of STATES) {
        for (const { id } of [here, gone]) {
          of[`${state} ${id}`] = await request(tx, { change: { state, instanceId: id } })
        }
      }
      of.show = await request(tx, { kind: 'show', change: { state: 'approved', instanceId: gone.id } })
    })
  })

  const statesOf = (requests: MediaRequest[]) => requests.map(({ state }) => state).sort()

  it('that are decided, and that it works on', async () => {
    expect(statesOf(await listApproved(ledger.db, here.id))).toEqual(['approved'])
    expect(statesOf(await listUnderWay(ledger.db, here.id))).toEqual(['added', 'downloading'])
    expect(await listApproved(ledger.db, 'none')).toEqual([])
    expect(await listAtWork(ledger.db)).toEqual([here.id])
  })

  it.each(STATES)('that news concern, where one is %s', async (state) => {
    const { titleId } = of[`${state} ${here.id}`] ?? { titleId: '' }
    const waits = ['approved', 'added', 'downloading', 'available'].includes(state)
    expect(await listConcerned(ledger.db, here.id, titleId)).toHaveLength(waits ? 1 : 0)
    expect(await listConcerned(ledger.db, 'none', titleId)).toEqual([])
  })

  it('that lost it before it had them, by kind', async () => {
    const orphans = await listOrphaned(ledger.db, 'film', 'standard')
    expect(orphans.map(({ id }) => id)).toEqual([of[`approved ${gone.id}`]?.id])
    expect(orphans[0]).toMatchObject({ state: 'approved', instanceId: gone.id })
    expect((await listOrphaned(ledger.db, 'show', 'standard')).map(({ id }) => id)).toEqual([of.show?.id])
    expect(await listOrphaned(ledger.db, 'film', '4k')).toEqual([])
  })
})
