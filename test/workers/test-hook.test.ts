import { expect, it } from 'vitest'
import { findInstance } from '../../src/db/queries/instances.ts'
import { Fault } from '../../src/platform/faults.ts'
import { catchUpJob } from '../../src/workers/jobs/reconcile.ts'
import { testHookJob } from '../../src/workers/jobs/test-hook.ts'
import { instance } from '../actions/support/things.ts'
import { onEachDatabase } from '../db/support/ledger.ts'
import { bench } from './support/bench.ts'

onEachDatabase('testing our webhook', (ledger) => {
  const arrange = async () => {
    const { id } = await ledger.write((tx) => instance(tx, { hookState: 'ok' }))
    const tested: number[] = []
    const connection = (of: string) => ({ id: 3, url: `http://usherr.test/webhooks/radarr/${of}` })
    const run = (test: () => void = () => undefined, of = id) => {
      const arr = {
        listConnections: async () => [{ id: 2, url: 'http://elsewhere' }, connection(of)],
        testConnection: async (number: number) => {
          tested.push(number)
          test()
        },
      }
      return testHookJob.run(id, bench(ledger.db, { arr }).deps)
    }
    const state = async () => (await findInstance(ledger.db, id))?.hook
    return { run, tested, state }
  }

  it('has the instance call ours, and no other', async () => {
    const { run, tested, state } = await arrange()
    expect(await run()).toEqual({ end: 'done', note: 'tested' })
    expect(tested).toEqual([3])
    expect(await state()).toMatchObject({ state: 'ok' })
  })

  it('is left where there is none', async () => {
    const { run, tested } = await arrange()
    expect(await run(undefined, 'another')).toEqual({ end: 'done', note: 'there is no webhook of ours' })
    expect(tested).toEqual([])
  })

  it('says why it can’t reach us, is tried again, and says when it can', async () => {
    const { run, state } = await arrange()
    const refused = new Fault({
      kind: 'rejected',
      service: 'Radarr',
      operation: 'test the webhook',
      code: 'webhook-test-failed',
      said: 'Connection refused (usherr.test:80)',
    })
    await expect(
      run(() => {
        throw refused
      }),
    ).rejects.toBe(refused)
    expect(await state()).toMatchObject({ state: 'failed', detail: 'Connection refused (usherr.test:80)' })
    await run()
    expect(await state()).toMatchObject({ state: 'ok' })
  })

  it('leaves what is known of the webhook alone when the instance itself is away', async () => {
    const { run, state } = await arrange()
    const away = new Fault({ kind: 'unreachable', service: 'Radarr', operation: 'list connections' })
    await expect(
      run(() => {
        throw away
      }),
    ).rejects.toBe(away)
    expect(await state()).toMatchObject({ state: 'ok' })
  })
})

onEachDatabase('catching up', (ledger) => {
  it('reads every history and tests every webhook, of what is in use', async () => {
    await ledger.db.deleteFrom('instances').execute()
    const rows = await ledger.write(async (tx) => [
      await instance(tx, { kind: 'radarr' }),
      await instance(tx, { kind: 'sonarr' }),
      await instance(tx, { state: 'removed' }),
    ])
    const inUse = rows.slice(0, 2).map(({ id }) => id)
    await catchUpJob.run('', bench(ledger.db).deps)
    const work = await ledger.db.selectFrom('work').select(['job', 'subject']).execute()
    const of = (job: string) => work.filter((row) => row.job === job).map(({ subject }) => subject)
    expect(of('reconcile-instance').toSorted()).toEqual(inUse.toSorted())
    expect(of('test-hook').toSorted()).toEqual(inUse.toSorted())
  })
})
