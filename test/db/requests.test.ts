import { expect, it } from 'vitest'
import { findRequestView, posterUrl } from '../../src/db/queries/request-view.ts'
import { findLatestRequest, findRequest, lockRequest, saveChange } from '../../src/db/queries/requests.ts'
import { saveTitle } from '../../src/db/queries/titles.ts'
import { onEachDatabase } from './support/ledger.ts'
import { film, ids, instanceRow, request } from './support/rows.ts'

onEachDatabase('a request', (ledger) => {
  const { write } = ledger

  it('comes back as it was written', async () => {
    const made = await write((tx) => request(tx, { trace: [{ rule: 'instance', found: 'Films' }] }))
    expect(await findRequest(ledger.db, made.id)).toStrictEqual(made)
    expect(await findRequest(ledger.db, 'none')).toBeUndefined()
  })

  it('takes every change, and gives back what was emptied as absent', async () => {
    const made = await write((tx) => request(tx))
    const instance = instanceRow()
    const full = {
      state: 'approved',
      instanceId: instance.id,
      arrId: 7,
      profileId: 4,
      folder: '/films',
      percent: 30,
      eta: 4_102_444_800_000,
      trouble: { code: 'rejected', said: 'No “é”.' },
      decidedBy: '9',
      decidedAt: 2_000,
      reason: 'Because.',
      searchedAt: 3_000,
      trace: [{ rule: 'a', found: 'b' }],
    } as const
    await write(async (tx) => {
      await tx.insertInto('instances').values(instance).execute()
      expect(await saveChange(tx, made, full, 5_000)).toBe(true)
    })
    const changed = { ...made, ...full, version: 2, updatedAt: 5_000 }
    expect(await findRequest(ledger.db, made.id)).toStrictEqual(changed)

    const emptied = { profileId: null, folder: null, percent: null, eta: null, trouble: null }
    await write((tx) => saveChange(tx, changed, emptied, 6_000))
    const { profileId: _, folder: __, percent: ___, eta: ____, trouble: _____, ...left } = changed
    expect(await findRequest(ledger.db, made.id)).toStrictEqual({ ...left, version: 3, updatedAt: 6_000 })
  })

  it('is changed only on the version that was seen', async () => {
    const made = await write((tx) => request(tx))
    const save = (state: 'pending' | 'cancelled') => write((tx) => saveChange(tx, made, { state }, 2_000))
    const saved = await Promise.all([save('pending'), save('cancelled')])
    expect(saved.sort()).toEqual([false, true])
    expect((await findRequest(ledger.db, made.id))?.version).toBe(2)
  })

  it('that is locked is seen by the next one as the first one left it', async () => {
    const made = await write((tx) => request(tx))
    const raise = () =>
      write(async (tx) => {
        const seen = await lockRequest(tx, made.id)
        if (seen === undefined) throw new Error('gone')
        await new Promise((resolve) => setTimeout(resolve, 5))
        return saveChange(tx, seen, { percent: (seen.percent ?? 0) + 1 }, 2_000)
      })
    expect(await Promise.all([raise(), raise(), raise(), raise()])).toEqual([true, true, true, true])
    expect(await findRequest(ledger.db, made.id)).toMatchObject({ percent: 4, version: 5 })
  })
})

onEachDatabase('requests for one title', (ledger) => {
  const { write } = ledger

  it('one after the other: the latest counts', async () => {
    const first = await write((tx) => request(tx, { state: 'denied', createdAt: 1_000 }))
    const { titleId, personId } = first
    const second = await write((tx) =>
      request(tx, { titleId, personId, createdAt: 2_000, state: 'cancelled' }),
    )
    expect((await findLatestRequest(ledger.db, titleId, 'standard'))?.id).toBe(second.id)
    expect(await findLatestRequest(ledger.db, titleId, '4k')).toBeUndefined()
    expect(await findLatestRequest(ledger.db, 'none', 'standard')).toBeUndefined()
  })
})

onEachDatabase('the view of a request', (ledger) => {
  it('has the title, who asked, where it went and how it looks', async () => {
    const title = film({ name: 'Arrival', posterPath: '/a.jpg' })
    const instance = instanceRow({ name: 'Films in 4K' })
    const made = await ledger.write(async (tx) => {
      await tx.insertInto('instances').values(instance).execute()
      const titleId = await saveTitle(tx, title, 1_000, ids)
      const made = await request(tx, { titleId, change: { instanceId: instance.id } })
      const row = { requestId: made.id, personId: made.personId }
      await tx
        .insertInto('followers')
        .values({ ...row, discordId: '77', createdAt: 1 })
        .execute()
      return made
    })
    expect(await findRequestView(ledger.db, made.id, 'http://images')).toEqual({
      request: { ...made, instanceId: instance.id, version: 2 },
      title,
      askers: [expect.objectContaining({ discordId: '77' })],
      instanceName: 'Films in 4K',
      posterUrl: 'http://images/w342/a.jpg',
    })
    expect(await findRequestView(ledger.db, 'none', 'http://images')).toBeUndefined()
  })

  it('leaves out what isn’t known', async () => {
    const made = await ledger.write((tx) => request(tx))
    const view = await findRequestView(ledger.db, made.id, 'http://images')
    expect(Object.keys(view ?? {}).sort()).toEqual(['askers', 'request', 'title'])
    expect(posterUrl('http://images', {})).toBeUndefined()
  })
})
