import { beforeEach, expect, it } from 'vitest'
import { findInstance } from '../../src/db/queries/instances.ts'
import { findRequest } from '../../src/db/queries/requests.ts'
import { insertWork } from '../../src/db/queries/work.ts'
import type { InstancesTable } from '../../src/db/tables/database.ts'
import type { Quality, RequestChange } from '../../src/domain/requests/request.ts'
import { resumeInstanceJob } from '../../src/workers/jobs/resume-instance.ts'
import { NOW } from '../actions/support/desk.ts'
import { arrival, instance, title } from '../actions/support/things.ts'
import { type Ledger, onEachDatabase } from '../db/support/ledger.ts'
import { ids, request } from '../db/support/rows.ts'
import { bench } from './support/bench.ts'

const HOUR = 3_600_000

/** Work that waits for an hour; its id. */
const waits = async (ledger: Ledger, job: string, subject: string): Promise<string> => {
  const id = ids.next(NOW)
  await ledger.write((tx) => insertWork(tx, [{ id, job, subject, dueAt: NOW + HOUR }], NOW))
  return id
}

onEachDatabase('an instance that was set up or mended', (ledger) => {
  beforeEach(async () => {
    for (const name of ['work', 'requests', 'instances'] as const) await ledger.db.deleteFrom(name).execute()
  })

  const add = async (more: Partial<InstancesTable> = {}) =>
    (await ledger.write((tx) => instance(tx, more))).id

  const ask = (change: RequestChange, quality: Quality = 'standard') =>
    ledger.write(async (tx) => {
      const { titleId } = await title(tx)
      return (await request(tx, { titleId, quality, change: { state: 'approved', ...change } })).id
    })

  const resume = (id: string) => resumeInstanceJob.run(id, bench(ledger.db).deps)

  /** Of these works, those that are due by now. */
  const due = async (...works: readonly string[]) => {
    const rows = await ledger.db.selectFrom('work').select('id').where('dueAt', '<=', NOW).execute()
    return works.filter((id) => rows.some((row) => row.id === id))
  }

  it('has brought forward what waits for it, and nothing of another', async () => {
    const own = await add()
    const other = await add()
    const asked = await ask({ instanceId: own })
    const elsewhere = await ask({ instanceId: other })
    const jobs = ['watch-instance', 'install-hook', 'test-hook', 'check-instance', 'follow-instance']
    const sought = await ask({ state: 'added', arrId: 7, instanceId: own })
    const told = (instanceId: string) => ledger.write((tx) => arrival(tx, { instanceId }))
    const mine = [
      await waits(ledger, 'add-to-arr', asked),
      await waits(ledger, 'search-again', sought),
      await waits(ledger, 'read-arrival', await told(own)),
    ]
    for (const job of [...jobs, 'reconcile-instance']) mine.push(await waits(ledger, job, own))
    const others = [
      await waits(ledger, 'add-to-arr', elsewhere),
      await waits(ledger, 'search-again', elsewhere),
      await waits(ledger, 'read-arrival', await told(other)),
      await waits(ledger, 'watch-instance', other),
      await waits(ledger, 'show-status-card', asked),
    ]
    expect(await resume(own)).toEqual({ end: 'done', note: '1 hastened' })
    expect(await due(...mine, ...others)).toEqual(mine)
  })

  it('may be called again, though nobody knows yet whether it answers', async () => {
    const id = await add({
      failures: 7,
      failingSince: NOW - HOUR,
      restedUntil: NOW + 60_000,
      health: 'trouble',
      healthDetail: 'unauthorised',
      healthSince: NOW - HOUR,
    })
    await resume(id)
    expect(await findInstance(ledger.db, id)).toMatchObject({
      line: { failures: 0 },
      health: { state: 'trouble', ailment: 'unauthorised', since: NOW - HOUR },
    })
  })

  it('takes over what a removed one left, of its own sort, and says so', async () => {
    const gone = await add({ state: 'removed', name: 'Old' })
    const left = await ask({ instanceId: gone, profileId: 9, folder: '/old' })
    const work = await waits(ledger, 'add-to-arr', left)
    const id = await add({ name: 'New' })
    expect(await resume(id)).toEqual({ end: 'done', note: '1 hastened' })
    const taken = await findRequest(ledger.db, left)
    expect(taken).toMatchObject({ instanceId: id, trace: [{ rule: 'instance', found: 'New' }] })
    expect(taken?.profileId).toBeUndefined()
    expect(taken?.folder).toBeUndefined()
    expect(await due(work)).toEqual([work])
  })

  it.each<[string, Partial<InstancesTable>, Quality]>([
    ['for copies in 4K takes no usual ones', { quality: '4k' }, 'standard'],
    ['for usual copies takes none in 4K', {}, '4k'],
    ['for shows takes no films', { kind: 'sonarr' }, 'standard'],
  ])('%s', async (_, more, quality) => {
    const gone = await add({ state: 'removed' })
    const left = await ask({ instanceId: gone }, quality)
    await resume(await add(more))
    expect((await findRequest(ledger.db, left))?.instanceId).toBe(gone)
  })

  it('takes nothing from one that is only in trouble', async () => {
    const away = await add({ health: 'trouble', healthDetail: 'unreachable', healthSince: NOW })
    const asked = await ask({ instanceId: away })
    await resume(await add())
    expect((await findRequest(ledger.db, asked))?.instanceId).toBe(away)
  })

  it('that is gone again has nothing to go on with', async () => {
    const id = await add({ state: 'removed' })
    expect(await resume(id)).toEqual({ end: 'done', note: '0 hastened' })
  })
})
