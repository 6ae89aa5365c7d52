import { expect, it } from 'vitest'
import { dropClaims, holdClaims, listClaims, lockTitle } from '../../src/db/queries/claims.ts'
import { saveChange } from '../../src/db/queries/requests.ts'
import { isOpen, STATES } from '../../src/domain/requests/request.ts'
import { onEachDatabase } from './support/ledger.ts'
import { request } from './support/rows.ts'

onEachDatabase('what open requests hold of a title', (ledger) => {
  const { write } = ledger
  const two = () =>
    write(async (tx) => {
      const first = await request(tx)
      return { first, second: await request(tx, { titleId: first.titleId, personId: first.personId }) }
    })

  it('is held once, whichever query asks: the database itself refuses', async () => {
    const { first, second } = await two()
    await write((tx) => holdClaims(tx, first))
    await expect(write((tx) => holdClaims(tx, second))).rejects.toThrow(/unique/i)
    expect(await listClaims(ledger.db, first.titleId, 'standard')).toEqual([
      { requestId: first.id, season: -1 },
    ])
  })

  it('is held apart for 4K, and for each season and episode', async () => {
    const { first, second } = await two()
    await write((tx) => holdClaims(tx, first, [{ season: 1 }, { season: 2, episode: 3 }]))
    await write((tx) => holdClaims(tx, second, [{ season: 3 }, { season: 2, episode: 4 }]))
    await write((tx) => holdClaims(tx, { ...second, quality: '4k' }, [{ season: 1 }]))
    expect(await listClaims(ledger.db, first.titleId, 'standard')).toEqual([
      { requestId: first.id, season: 1 },
      { requestId: first.id, season: 2, episode: 3 },
      { requestId: second.id, season: 2, episode: 4 },
      { requestId: second.id, season: 3 },
    ])
    await write((tx) => dropClaims(tx, first.id))
    expect(await listClaims(ledger.db, first.titleId, 'standard')).toHaveLength(2)
  })

  it.each(STATES)('is given up by a request that becomes %s only when that is its end', async (state) => {
    const { first } = await two()
    await write((tx) => holdClaims(tx, first))
    await write((tx) => saveChange(tx, first, { state }, 2_000))
    expect(await listClaims(ledger.db, first.titleId, 'standard')).toHaveLength(isOpen(state) ? 1 : 0)
  })

  it('stays true for whoever locked the title, however many ask at once', async () => {
    const { first, second } = await two()
    const others = await write((tx) =>
      Promise.all(
        Array.from({ length: 6 }, () => request(tx, { titleId: first.titleId, personId: second.personId })),
      ),
    )
    const held = await Promise.all(
      others.map((one) =>
        write(async (tx) => {
          await lockTitle(tx, one.titleId)
          if ((await listClaims(tx, one.titleId, 'standard')).length > 0) return false
          await holdClaims(tx, one)
          return true
        }),
      ),
    )
    expect(held.filter((got) => got)).toHaveLength(1)
  })
})
