import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { findArrival, insertArrival, markProcessed, seenSince } from '../../src/db/queries/inbox.ts'
import { onEachDatabase } from './support/ledger.ts'
import { ids } from './support/rows.ts'

onEachDatabase('the inbox', (ledger) => {
  const { write } = ledger
  const arrive = (contentKey: string, receivedAt = 1_000, id = ids.next(receivedAt)) =>
    write((tx) =>
      insertArrival(tx, {
        id,
        instanceId: 'i1',
        contentKey,
        eventType: 'Grab',
        body: '{"title":"Ünï 🎬"}',
        receivedAt,
      }),
    )

  it('keeps an arrival as it came, and what became of it', async () => {
    expect(await arrive('k1', 1_000, 'a1')).toBe(true)
    await write((tx) => markProcessed(tx, 'a1', 'progress', 2_000))
    expect(await findArrival(ledger.db, 'a1')).toEqual({
      id: 'a1',
      instanceId: 'i1',
      contentKey: 'k1',
      eventType: 'Grab',
      body: '{"title":"Ünï 🎬"}',
      receivedAt: 1_000,
      processedAt: 2_000,
      outcome: 'progress',
    })
    expect(await findArrival(ledger.db, 'none')).toBeUndefined()
  })

  it('takes the same content once, for ever and also at once', async () => {
    expect(await arrive('k2', 1_000)).toBe(true)
    expect(await arrive('k2', 9_999_999_999_999)).toBe(false)
    const answers = await Promise.all(Array.from({ length: 6 }, () => arrive('k3')))
    expect(answers.filter((taken) => taken)).toHaveLength(1)
  })

  const seen = (prefix: string, since: number) => seenSince(ledger.db, prefix, since)
  const tellsRepeats = async () => {
    expect(await seen('cafe.', 4_999)).toBe(true)
    expect(await seen('cafe.', 5_000)).toBe(false)
    expect(await seen('caf.', 0)).toBe(false)
    expect(await seen('cafe.4720', 0)).toBe(true)
    expect(await seen('%', 0)).toBe(false)
  }

  it('knows what repeats by the beginning of its key, and since when', async () => {
    await arrive('cafe.472000', 5_000)
    await arrive('cafebabe.472000', 9_000)
    await tellsRepeats()
  })

  it('knows it whatever language the database sorts in', async () => {
    if (ledger.kind === 'postgres') {
      await sql`alter table inbox alter column content_key type text collate "en-x-icu"`.execute(ledger.db)
    }
    await tellsRepeats()
  })
})
