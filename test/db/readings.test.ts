import { expect, it } from 'vitest'
import { findReading, listToRead, saveReading } from '../../src/db/queries/readings.ts'
import type { RequestState } from '../../src/domain/requests/request.ts'
import { onEachDatabase } from './support/ledger.ts'
import { instanceRow, request } from './support/rows.ts'

const NOW = 1_000_000_000
const IDLE = 15 * 60_000

onEachDatabase('readings', (ledger) => {
  const instance = async (state: 'ready' | 'removed' = 'ready') => {
    const row = instanceRow({ state })
    await ledger.write((tx) => tx.insertInto('instances').values(row).execute())
    return row.id
  }
  const save = (id: string, readTo: number, now = NOW) =>
    ledger.write((tx) => saveReading(tx, id, { readTo, seen: [readTo] }, now))
  const due = async (now = NOW) => listToRead(ledger.db, now - IDLE, now)

  it('are kept, and only ever go on', async () => {
    const id = await instance()
    expect(await findReading(ledger.db, id)).toBeUndefined()
    await save(id, 500)
    await save(id, 400)
    expect(await findReading(ledger.db, id)).toEqual({ readTo: 500, seen: [500] })
    await save(id, 600)
    expect(await findReading(ledger.db, id)).toEqual({ readTo: 600, seen: [600] })
  })

  it('are due at once where none was made, and now and then where nothing is open', async () => {
    const id = await instance()
    expect(await due()).toContain(id)
    await save(id, 500)
    expect(await due()).not.toContain(id)
    expect(await due(NOW + IDLE - 1)).not.toContain(id)
    expect(await due(NOW + IDLE)).toContain(id)
  })

  it('are due again when our clock was set back', async () => {
    const id = await instance()
    await save(id, 500, NOW + 1)
    expect(await due()).toContain(id)
  })

  it.each([
    ['approved', true],
    ['added', true],
    ['downloading', true],
    ['available', false],
    ['denied', false],
    ['removed', false],
  ] as const)('where a request is %s are always due: %s', async (state: RequestState, isDue) => {
    const id = await instance()
    await save(id, 500)
    await ledger.write((tx) => request(tx, { change: { state, instanceId: id } }))
    expect((await due()).includes(id)).toBe(isDue)
  })

  it('are not made of an instance that was removed', async () => {
    const id = await instance('removed')
    expect(await due()).not.toContain(id)
  })
})
