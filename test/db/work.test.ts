import { beforeEach, expect, it } from 'vitest'
import { insertArrival, markProcessed } from '../../src/db/queries/inbox.ts'
import { appendOutbox, markRelayed, takeOutbox } from '../../src/db/queries/outbox.ts'
import {
  countOpenWork,
  ensureWork,
  findWork,
  finishWork,
  forgetQueued,
  hastenJob,
  hastenWorkAt,
  insertWork,
  listOpenSubjects,
  listUnqueued,
  markQueued,
  postponeWork,
  pruneLedger,
  takeOverWork,
  unmarkQueued,
} from '../../src/db/queries/work.ts'
import { onEachDatabase } from './support/ledger.ts'
import { ids } from './support/rows.ts'

onEachDatabase('work', (ledger) => {
  const { write } = ledger
  beforeEach(async () => {
    await ledger.db.deleteFrom('work').execute()
  })

  const add = (...rows: readonly [id: string, dueAt: number][]) =>
    write((tx) =>
      insertWork(
        tx,
        rows.map(([id, dueAt]) => ({ id, job: 'add-to-arr', subject: `subject of ${id}`, dueAt })),
        1_000,
      ),
    )
  const waiting = async (until: number, lostBefore = 0, limit = 100) =>
    (await listUnqueued(ledger.db, until, lostBefore, limit)).map(({ id }) => id)
  const find = (id: string) => findWork(ledger.db, id)

  it('is there once, however often it is added', async () => {
    await add(['a', 1_000])
    await add(['a', 9_000], ['b', 1_000])
    await Promise.all([add(['c', 1]), add(['c', 2]), add(['c', 3])])
    await add()
    expect(await countOpenWork(ledger.db)).toBe(3)
    expect(await countOpenWork(ledger.db, 999)).toBe(1)
    expect(await find('a')).toEqual({
      id: 'a',
      job: 'add-to-arr',
      subject: 'subject of a',
      state: 'open',
      attempt: 1,
      failures: 0,
      dueAt: 1_000,
      queuedAt: null,
      reason: null,
      createdAt: 1_000,
      finishedAt: null,
    })
  })

  it('of a job is there once for each subject while it is open', async () => {
    const ensure = (...subjects: string[]) =>
      write((tx) => ensureWork(tx, { job: 'check-list', subjects, dueAt: (at) => 3_000 + at }, 2_000, ids))
    await add(['a', 1_000])
    expect(await ensure('mia', 'ben')).toBe(2)
    expect(await ensure('ben', 'subject of a', 'mia', 'zoe')).toBe(2)
    expect(await ensure()).toBe(0)
    expect((await listOpenSubjects(ledger.db, 'check-list')).sort()).toEqual([
      'ben',
      'mia',
      'subject of a',
      'zoe',
    ])
    const rows = await ledger.db.selectFrom('work').selectAll().where('subject', '=', 'zoe').execute()
    expect(rows).toMatchObject([
      { id: expect.stringMatching(/\.check-list$/), dueAt: 3_001, createdAt: 2_000 },
    ])
    await finishWork(ledger.db, rows[0]?.id ?? '', 'done', null, 4_000)
    expect(await ensure('zoe', 'mia')).toBe(1)
    await write((tx) => ensureWork(tx, { job: 'find-people', subjects: ['feed'] }, 5_000, ids))
    expect(await waiting(5_000)).toHaveLength(6)
  })

  it('is handed over when it is due, what is due longest first, and not twice', async () => {
    await add(['late', 3_000], ['early', 1_000], ['next', 2_000])
    expect(await waiting(2_000)).toEqual(['early', 'next'])
    expect(await waiting(9_000, 0, 2)).toEqual(['early', 'next'])
    await markQueued(ledger.db, ['early', 'next'], 2_500)
    expect(await waiting(9_000)).toEqual(['late'])
    await markQueued(ledger.db, [], 2_500)
  })

  it('that was handed over too long ago, or is known to be lost, is handed over again', async () => {
    await add(['a', 1_000], ['b', 1_000])
    await markQueued(ledger.db, ['a'], 2_000)
    await markQueued(ledger.db, ['b'], 3_000)
    expect(await waiting(9_000, 2_000)).toEqual([])
    expect(await waiting(9_000, 2_001)).toEqual(['a'])
    await unmarkQueued(ledger.db, ['b'])
    await unmarkQueued(ledger.db, [])
    expect(await waiting(9_000, 0)).toEqual(['b'])
    expect(await forgetQueued(ledger.db)).toBe(1)
    expect((await waiting(9_000, 0)).sort()).toEqual(['a', 'b'])
    expect(await forgetQueued(ledger.db)).toBe(0)
  })

  it.each(['done', 'failed'] as const)('that is %s stays so, whatever comes late', async (state) => {
    await add(['a', 1_000])
    await finishWork(ledger.db, 'a', state, state === 'done' ? null : 'gave up', 2_000)
    await finishWork(ledger.db, 'a', state === 'done' ? 'failed' : 'done', 'late', 3_000)
    await markQueued(ledger.db, ['a'], 3_000)
    expect(
      await postponeWork(ledger.db, { id: 'a', attempt: 1 }, { dueAt: 9, reason: 'x', failed: true }),
    ).toBe(false)
    await write((tx) => hastenJob(tx, 'add-to-arr', 0))
    await takeOverWork(ledger.db)
    expect(await find('a')).toMatchObject({
      state,
      attempt: 1,
      finishedAt: 2_000,
      reason: state === 'done' ? null : 'gave up',
      queuedAt: null,
    })
    expect(await waiting(9_000, 9_000)).toEqual([])
    expect(await countOpenWork(ledger.db)).toBe(0)
  })

  it('that is put back is a new attempt, and an old copy of it changes nothing', async () => {
    await add(['a', 1_000])
    const later = (attempt: number, failed: boolean) =>
      postponeWork(ledger.db, { id: 'a', attempt }, { dueAt: 5_000, reason: 'Radarr is away', failed })
    await markQueued(ledger.db, ['a'], 1_500)
    expect(await Promise.all([later(1, true), later(1, true)])).toContain(false)
    expect(await find('a')).toMatchObject({
      attempt: 2,
      failures: 1,
      dueAt: 5_000,
      queuedAt: null,
      reason: 'Radarr is away',
    })
    expect(await later(2, true)).toBe(true)
    expect(await find('a')).toMatchObject({ attempt: 3, failures: 2 })
    expect(await later(3, false)).toBe(true)
    expect(await find('a')).toMatchObject({ attempt: 4, failures: 0 })
  })

  it('of a process that is gone becomes a new attempt; what was never handed over stays', async () => {
    await add(['had', 1_000], ['not', 1_000])
    await markQueued(ledger.db, ['had'], 1_500)
    await takeOverWork(ledger.db)
    expect(await find('had')).toMatchObject({ attempt: 2, queuedAt: null })
    expect(await find('not')).toMatchObject({ attempt: 1, queuedAt: null })
  })

  it('that waits is brought forward, for an instance or all of a job, and only what waits', async () => {
    await add(['a', 9_000], ['b', 9_000], ['due', 1_000])
    await write((tx) =>
      insertWork(tx, [{ id: 'other', job: 'send', subject: 'subject of a', dueAt: 9_000 }], 1),
    )
    await postponeWork(ledger.db, { id: 'a', attempt: 1 }, { dueAt: 9_000, reason: 'x', failed: true })
    await write((tx) => hastenWorkAt(tx, ['add-to-arr'], 'subject of a', 2_000))
    expect(await find('a')).toMatchObject({ attempt: 3, failures: 0, dueAt: 2_000 })
    expect(await find('b')).toMatchObject({ attempt: 1, dueAt: 9_000 })
    await write((tx) => hastenJob(tx, 'add-to-arr', 2_000))
    expect(await find('b')).toMatchObject({ attempt: 2, dueAt: 2_000 })
    expect(await find('due')).toMatchObject({ attempt: 1, dueAt: 1_000 })
    expect(await find('other')).toMatchObject({ attempt: 1, dueAt: 9_000 })
  })
})

onEachDatabase('pruning', (ledger) => {
  it('drops what was done long ago, and keeps what failed, waits, or tells a repeat', async () => {
    const { db, write } = ledger
    const work = (id: string) => ({ id, job: 'j', subject: 's', dueAt: 1 })
    await write(async (tx) => {
      await insertWork(tx, ['old', 'failed', 'young', 'open'].map(work), 1)
      await appendOutbox(tx, [{ name: 'request.pending', subject: 'r' }], 1, ids)
      await appendOutbox(tx, [{ name: 'request.denied', subject: 'r' }], 2, ids)
      const [first] = await takeOutbox(tx, 1)
      await markRelayed(tx, [first?.id ?? ''], 50)
      for (const id of ['read', 'waits']) {
        await insertArrival(tx, {
          id,
          instanceId: 'i',
          contentKey: `key-${id}`,
          eventType: 'Grab',
          body: '{"a":1}',
          receivedAt: 1,
        })
      }
      await markProcessed(tx, 'read', 'ignored', 50)
    })
    await finishWork(db, 'old', 'done', null, 50)
    await finishWork(db, 'failed', 'failed', 'x', 50)
    await finishWork(db, 'young', 'done', null, 100)
    await write((tx) => pruneLedger(tx, 100))

    const left = await db.selectFrom('work').select('id').orderBy('id').execute()
    expect(left.map(({ id }) => id)).toEqual(['failed', 'open', 'young'])
    const events = await db.selectFrom('outbox').select('name').execute()
    expect(events.map(({ name }) => name)).toEqual(['request.denied'])
    const bodies = await db.selectFrom('inbox').select(['contentKey', 'body']).orderBy('id').execute()
    expect(bodies).toEqual([
      { contentKey: 'key-read', body: '{}' },
      { contentKey: 'key-waits', body: '{"a":1}' },
    ])
  })
})
