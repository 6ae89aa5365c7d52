import { expect, it } from 'vitest'
import { storeArrival } from '../../src/actions/hooks/store-arrival.ts'
import { insertWork } from '../../src/db/queries/work.ts'
import { pruneLedgerJob } from '../../src/workers/jobs/prune-ledger.ts'
import { cast } from '../actions/support/cast.ts'
import { arrival } from '../actions/support/things.ts'
import { onEachDatabase } from '../db/support/ledger.ts'
import { bench } from './support/bench.ts'

const DAY = 24 * 60 * 60_000

onEachDatabase('the ledger', (ledger) => {
  it('forgets what was done two weeks ago, and nothing that is open, failed, unread or younger', async () => {
    const { deps, clock } = bench(ledger.db)
    const now = clock.now()
    const old = now - 15 * DAY
    const young = now - 13 * DAY
    await ledger.write(async (tx) => {
      const rows = { open: 'open', failed: 'failed', old: 'done', young: 'done' } as const
      for (const [id, state] of Object.entries(rows)) {
        await insertWork(tx, [{ id, job: 'try', subject: id, dueAt: old }], old)
        const finishedAt = { open: null, failed: old, old, young }[id as keyof typeof rows]
        await tx.updateTable('work').set({ state, finishedAt }).where('id', '=', id).execute()
      }
      const event = { name: 'delivery.planned', subject: 'd', createdAt: old }
      await tx
        .insertInto('outbox')
        .values([
          { ...event, id: 'waiting', relayedAt: null },
          { ...event, id: 'old', relayedAt: old },
          { ...event, id: 'young', relayedAt: young },
        ])
        .execute()
    })
    expect(await pruneLedgerJob.run('', deps)).toEqual({ end: 'done' })
    const left = async (table: 'work' | 'outbox') =>
      (await ledger.db.selectFrom(table).select('id').orderBy('id').execute()).map(({ id }) => id)
    expect(await left('work')).toEqual(['failed', 'open', 'young'])
    expect(await left('outbox')).toEqual(['waiting', 'young'])
  })

  it('drops what old webhooks said but knows them again for ever', async () => {
    const { deps, clock } = bench(ledger.db)
    const old = clock.now() - 15 * DAY
    const more = { receivedAt: old, body: '{"eventType":"Grab"}' }
    const read = await ledger.write((tx) => arrival(tx, { ...more, contentKey: 'k1', processedAt: old }))
    const unread = await ledger.write((tx) => arrival(tx, { ...more, contentKey: 'k2' }))
    await pruneLedgerJob.run('', deps)
    const bodies = await ledger.db.selectFrom('inbox').select(['id', 'body']).orderBy('id').execute()
    expect(new Map(bodies.map(({ id, body }) => [id, body]))).toEqual(
      new Map([
        [read, '{}'],
        [unread, more.body],
      ]),
    )
    const again = {
      instanceId: 'i1',
      key: 'k1',
      once: 'for-ever',
      eventType: 'Grab',
      body: more.body,
    } as const
    expect(await storeArrival(deps, cast.system, again)).toEqual({ ok: true, value: false })
  })
})
