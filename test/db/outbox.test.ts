import { beforeEach, describe, expect, it } from 'vitest'
import { connect } from '../../src/db/connect.ts'
import { migrate } from '../../src/db/migrate.ts'
import { appendOutbox, markRelayed, takeOutbox } from '../../src/db/queries/outbox.ts'
import { emptyDatabase, onEachDatabase } from './support/ledger.ts'
import { ids } from './support/rows.ts'
import { countWaiting } from './support/waiting.ts'

onEachDatabase('the outbox', (ledger) => {
  const { write } = ledger
  beforeEach(async () => {
    await ledger.db.deleteFrom('outbox').execute()
  })
  const append = (subject: string, now: number) =>
    write((tx) => appendOutbox(tx, [{ name: 'request.pending', subject }], now, ids))

  it('gives what happened first, first, whatever was written first', async () => {
    await append('third', 3_000)
    await append('first', 1_000)
    await append('second', 2_000)
    const taken = await write((tx) => takeOutbox(tx, 2))
    expect(taken).toEqual([
      { id: expect.any(String), name: 'request.pending', subject: 'first' },
      { id: expect.any(String), name: 'request.pending', subject: 'second' },
    ])
  })

  it('gives a row until it is relayed, and never after', async () => {
    await append('a', 1_000)
    await append('b', 2_000)
    const [first] = await write((tx) => takeOutbox(tx, 1))
    expect(await write((tx) => takeOutbox(tx, 1))).toEqual([first])
    await write((tx) => markRelayed(tx, [first?.id ?? ''], 5_000))
    await write((tx) => markRelayed(tx, [], 5_000))
    expect((await write((tx) => takeOutbox(tx, 9))).map(({ subject }) => subject)).toEqual(['b'])
    expect(await countWaiting(ledger.db)).toBe(1)
  })

  it('takes nothing to say as well', async () => {
    await write((tx) => appendOutbox(tx, [], 1_000, ids))
    expect(await countWaiting(ledger.db)).toBe(0)
    expect(await write((tx) => takeOutbox(tx, 5))).toEqual([])
  })

  it('gives no row to two takers, and each to one', async () => {
    for (let index = 0; index < 40; index++) await append(`s${index}`, index)
    const taken: string[] = []
    const take = async () => {
      for (;;) {
        const rows = await write(async (tx) => {
          const found = await takeOutbox(tx, 3)
          await new Promise((resolve) => setTimeout(resolve, 1))
          await markRelayed(
            tx,
            found.map(({ id }) => id),
            9_000,
          )
          return found
        })
        if (rows.length === 0) return
        taken.push(...rows.map(({ subject }) => subject))
      }
    }
    await Promise.all([take(), take(), take()])
    expect(taken.sort()).toEqual(Array.from({ length: 40 }, (_, index) => `s${index}`).sort())
  })

  it('has a row again when its taker fails', async () => {
    await append('a', 1_000)
    const failing = write(async (tx) => {
      const rows = await takeOutbox(tx, 1)
      await markRelayed(
        tx,
        rows.map(({ id }) => id),
        2_000,
      )
      throw new Error('ended')
    })
    await expect(failing).rejects.toThrow('ended')
    expect(await write((tx) => takeOutbox(tx, 1))).toHaveLength(1)
  })
})

describe('two processes on PostgreSQL', () => {
  it('take different rows at the same moment, and neither waits for the other', async () => {
    const { settings, drop } = await emptyDatabase('postgres')
    const [one, other] = [connect(settings), connect(settings)]
    await migrate(one)
    for (const [index, subject] of ['a', 'b', 'c'].entries()) {
      await one
        .transaction()
        .execute((tx) => appendOutbox(tx, [{ name: 'request.pending', subject }], index, ids))
    }
    const [mine, theirs] = await one.transaction().execute(async (tx) => {
      const first = await takeOutbox(tx, 2)
      return [first, await other.transaction().execute((elsewhere) => takeOutbox(elsewhere, 2))]
    })
    expect(mine?.map(({ subject }) => subject)).toEqual(['a', 'b'])
    expect(theirs?.map(({ subject }) => subject)).toEqual(['c'])
    await Promise.all([one.destroy(), other.destroy()])
    await drop()
  })
})
