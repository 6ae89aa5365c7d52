import { expect, it } from 'vitest'
import {
  deleteFollower,
  insertFollower,
  listFollowers,
  listWaiters,
  updateWaiter,
} from '../../src/db/queries/followers.ts'
import { findInquiry, insertInquiry } from '../../src/db/queries/inquiries.ts'
import { listToAsk, setAskAt } from '../../src/db/queries/requests.ts'
import { onEachDatabase } from './support/ledger.ts'
import { another, ids, person, request } from './support/rows.ts'

onEachDatabase('what nobody finds', (ledger) => {
  const { write } = ledger
  const sought = (askAt: number, state: 'added' | 'downloading' = 'added') =>
    write(async (tx) => (await request(tx, { change: { state, lookingSince: 1_000, askAt } })).id)

  it('is listed when it is time, the longest due first, and so many at once', async () => {
    const second = await sought(2_000)
    const first = await sought(1_000)
    await sought(3_001)
    await sought(500, 'downloading')
    expect(await listToAsk(ledger.db, 3_000, 10)).toEqual([first, second])
    expect(await listToAsk(ledger.db, 3_000, 1)).toEqual([first])
    await write((tx) => setAskAt(tx, first, 9_000))
    expect(await listToAsk(ledger.db, 3_000, 10)).toEqual([second])
  })

  it('is waited for by people, of whom is known what they were asked and chose', async () => {
    const id = await sought(99_000)
    const follow = (since: number) =>
      write(async (tx) => {
        const discordId = another()
        const follower = { personId: await person(tx, discordId), discordId }
        await insertFollower(tx, id, follower, since)
        return { ...follower, since }
      })
    const mia = await follow(1_000)
    const tom = await follow(2_000)
    expect(await listWaiters(ledger.db, id)).toEqual([mia, tom])
    expect(
      await write((tx) => updateWaiter(tx, id, tom.personId, { askedAt: 5_000, waitsUntil: 8_000 })),
    ).toBe(true)
    expect(await listWaiters(ledger.db, id)).toEqual([mia, { ...tom, askedAt: 5_000, waitsUntil: 8_000 }])
    expect(await write((tx) => updateWaiter(tx, id, 'nobody', { askedAt: 1 }))).toBe(false)

    expect(await write((tx) => deleteFollower(tx, id, mia.personId))).toBe(true)
    expect(await write((tx) => deleteFollower(tx, id, mia.personId))).toBe(false)
    expect((await listFollowers(ledger.db, id)).map(({ personId }) => personId)).toEqual([tom.personId])
  })

  it('is asked about in an inquiry', async () => {
    const inquiry = { id: ids.next(1_000), requestId: await sought(99_000), askedAt: 1_000 }
    await write((tx) => insertInquiry(tx, inquiry))
    expect(await findInquiry(ledger.db, inquiry.id)).toEqual(inquiry)
    expect(await findInquiry(ledger.db, 'none')).toBeUndefined()
  })
})
