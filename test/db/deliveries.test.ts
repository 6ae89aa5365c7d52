import { expect, it } from 'vitest'
import { findDelivery, insertDelivery, updateDelivery } from '../../src/db/queries/deliveries.ts'
import { insertFollower, listFollowers } from '../../src/db/queries/followers.ts'
import { onEachDatabase } from './support/ledger.ts'
import { another, ids, person, request } from './support/rows.ts'

onEachDatabase('a delivery', (ledger) => {
  const { write } = ledger
  const plan = (personId: string, more: { kind?: string; subject?: string } = {}, id = ids.next(1_000)) =>
    write((tx) =>
      insertDelivery(tx, { id, kind: 'available', subject: 'r1', discordId: '1', personId, ...more }, 1_000),
    )

  it('is planned, and remembers how it went', async () => {
    const personId = await write((tx) => person(tx))
    const id = `d${another()}`
    expect(await plan(personId, {}, id)).toBe(true)
    await write((tx) =>
      updateDelivery(tx, id, { state: 'sent', way: 'dm', messageId: '5', attempts: 1 }, 2_000),
    )
    expect(await findDelivery(ledger.db, id)).toEqual({
      id,
      kind: 'available',
      subject: 'r1',
      personId,
      discordId: '1',
      state: 'sent',
      way: 'dm',
      detail: null,
      messageId: '5',
      part: null,
      triedAt: null,
      attempts: 1,
      createdAt: 1_000,
      updatedAt: 2_000,
    })
  })

  it('of one piece of news is made once for a person, also at once', async () => {
    const [mia, tom] = await write(async (tx) => [await person(tx), await person(tx)])
    const planned = await Promise.all(Array.from({ length: 6 }, () => plan(mia ?? '')))
    expect(planned.filter((made) => made)).toHaveLength(1)
    expect(await plan(tom ?? '')).toBe(true)
    expect(await plan(mia ?? '', { kind: 'denied' })).toBe(true)
    expect(await plan(mia ?? '', { subject: 'r2' })).toBe(true)
  })

  it('to nobody is refused', async () => {
    await expect(plan('nobody')).rejects.toThrow(/foreign key/i)
  })
})

onEachDatabase('followers', (ledger) => {
  it('are each person once, in the order in which they came', async () => {
    const { id, others } = await ledger.write(async (tx) => ({
      ...(await request(tx)),
      others: [await person(tx, '30'), await person(tx, '20'), await person(tx, '10')],
    }))
    const follow = (index: number, discordId: string, now: number) =>
      ledger.write((tx) => insertFollower(tx, id, { personId: others[index] ?? '', discordId }, now))
    expect(await follow(0, '30', 1_000)).toBe(true)
    expect(await follow(1, '20', 2_000)).toBe(true)
    expect(await follow(2, '10', 2_000)).toBe(true)
    expect(await follow(0, '31', 3_000)).toBe(false)
    expect(await listFollowers(ledger.db, id)).toEqual([
      { personId: others[0], discordId: '30' },
      { personId: others[2], discordId: '10' },
      { personId: others[1], discordId: '20' },
    ])
    expect(await listFollowers(ledger.db, 'none')).toEqual([])
  })
})
