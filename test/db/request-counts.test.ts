import { expect, it } from 'vitest'
import { countOpenRequests } from '../../src/db/queries/request-counts.ts'
import { isOpen, STATES } from '../../src/domain/requests/request.ts'
import { onEachDatabase } from './support/ledger.ts'
import { request } from './support/rows.ts'

onEachDatabase('what is under way', (ledger) => {
  it('is counted by state, and apart what something keeps there', async () => {
    const trouble = { code: 'instance-unreachable' } as const
    await ledger.write(async (tx) => {
      await tx.deleteFrom('requests').execute()
      await request(tx, { change: { state: 'pending' } })
      await request(tx, { change: { state: 'approved' } })
      await request(tx, { change: { state: 'approved', trouble } })
      await request(tx, { change: { state: 'approved', trouble } })
      await request(tx, { change: { state: 'available' } })
    })
    expect(await countOpenRequests(ledger.db)).toEqual([
      { state: 'approved', isTroubled: false, count: 1 },
      { state: 'approved', isTroubled: true, count: 2 },
      { state: 'pending', isTroubled: false, count: 1 },
    ])
  })

  it('is all from which something is to come', async () => {
    await ledger.write(async (tx) => {
      await tx.deleteFrom('requests').execute()
      for (const state of STATES) await request(tx, { state })
    })
    const counted = (await countOpenRequests(ledger.db)).map(({ state }) => state)
    expect(counted.toSorted()).toEqual(STATES.filter(isOpen).toSorted())
  })
})
