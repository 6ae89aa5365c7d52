import { expect, it } from 'vitest'
import { dropLease, takeLease } from '../../src/db/queries/leases.ts'
import { listSchedules, moveSchedule } from '../../src/db/queries/schedules.ts'
import { onEachDatabase } from './support/ledger.ts'

onEachDatabase('a lease', (ledger) => {
  const take = (name: string, owner: string, now: number, until = now + 1_000) =>
    takeLease(ledger.db, name, owner, now, until)

  it('is held by one, who may renew it, until it has run out', async () => {
    expect(await take('sweep', 'one', 1_000)).toBe(true)
    expect(await take('sweep', 'other', 1_500)).toBe(false)
    expect(await take('sweep', 'one', 1_500)).toBe(true)
    expect(await take('sweep', 'other', 2_001)).toBe(false)
    expect(await take('sweep', 'other', 2_500)).toBe(false)
    expect(await take('sweep', 'other', 2_501)).toBe(true)
    expect(await take('sweep', 'one', 2_502)).toBe(false)
  })

  it('that was taken before the clock was set back is over, one that is a little ahead is not', async () => {
    await take('ahead', 'one', 100_000)
    expect(await take('ahead', 'other', 99_500)).toBe(false)
    expect(await take('ahead', 'other', 50_000)).toBe(true)
  })

  it('goes to one of many who ask at once', async () => {
    const owners = ['a', 'b', 'c', 'd', 'e', 'f']
    const first = await Promise.all(owners.map((owner) => take('race', owner, 1_000)))
    expect(first.filter((held) => held)).toHaveLength(1)
    const later = await Promise.all(owners.map((owner) => take('race', owner, 9_000)))
    expect(later.filter((held) => held)).toHaveLength(1)
  })

  it('is given back by its owner only', async () => {
    await take('relay', 'one', 1_000)
    await dropLease(ledger.db, 'relay', 'other')
    expect(await take('relay', 'other', 1_001)).toBe(false)
    await dropLease(ledger.db, 'relay', 'one')
    expect(await take('relay', 'other', 1_001)).toBe(true)
  })
})

onEachDatabase('a schedule', (ledger) => {
  const move = (name: string, from: number | undefined, to: number) =>
    ledger.write((tx) => moveSchedule(tx, name, from, to))

  it('is moved by the one who saw where it stood', async () => {
    expect(await listSchedules(ledger.db)).toEqual(new Map())
    expect(await move('follow', undefined, 1_000)).toBe(true)
    expect(await move('follow', undefined, 2_000)).toBe(false)
    expect(await move('follow', 999, 2_000)).toBe(false)
    expect(await move('follow', 1_000, 2_000)).toBe(true)
    await move('prune', undefined, 5_000)
    expect(await listSchedules(ledger.db)).toEqual(
      new Map([
        ['follow', 2_000],
        ['prune', 5_000],
      ]),
    )
  })

  it('is moved once by many at once', async () => {
    const begun = await Promise.all([1, 2, 3, 4].map(() => move('many', undefined, 1_000)))
    expect(begun.filter((moved) => moved)).toHaveLength(1)
    const moved = await Promise.all([1, 2, 3, 4].map(() => move('many', 1_000, 2_000)))
    expect(moved.filter((one) => one)).toHaveLength(1)
  })
})
