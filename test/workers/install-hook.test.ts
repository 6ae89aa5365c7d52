import { expect, it } from 'vitest'
import type { Connection } from '../../src/clients/arr/types.ts'
import { findInstance } from '../../src/db/queries/instances.ts'
import { digest } from '../../src/platform/crypto.ts'
import { Fault } from '../../src/platform/faults.ts'
import { installHookJob } from '../../src/workers/jobs/install-hook.ts'
import { removeHookJob } from '../../src/workers/jobs/remove-hook.ts'
import { instance } from '../actions/support/things.ts'
import { type Ledger, onEachDatabase } from '../db/support/ledger.ts'
import { ids } from '../db/support/rows.ts'
import { bench } from './support/bench.ts'

const SECRET = 'the-secret'

/** An instance, and as much of a Radarr as keeps webhooks. */
const arrange = async (ledger: Ledger) => {
  const kept = new Map<number, Connection>([
    [1, { id: 1, name: 'Mine', url: 'http://elsewhere/hook', username: '', password: '', flags: ['onGrab'] }],
  ])
  const calls: string[] = []
  const arr = {
    listConnections: async () => [...kept.values()].map((one) => ({ ...one, password: '****' })),
    saveConnection: async (desired: Connection, existing?: number) => {
      const id = existing ?? kept.size + 1
      calls.push(existing === undefined ? 'create' : `change ${existing}`)
      kept.set(id, { ...desired, id })
      return id
    },
    removeConnection: async (id: number) => {
      calls.push(`remove ${id}`)
      kept.delete(id)
    },
  }
  const table = bench(ledger.db, { arr })
  const id = ids.next(1)
  const hookSecret = table.deps.vault.seal({ table: 'instances', id, column: 'hook_secret' }, SECRET)
  await ledger.write((tx) => instance(tx, { id, hookSecret, hookDigest: digest(SECRET) }))
  const run = () => installHookJob.run(id, table.deps)
  return { ...table, id, kept, calls, arr, run }
}

onEachDatabase('our webhook', (ledger) => {
  it('is installed once, with our address, our secret and all occasions', async () => {
    const { run, kept, calls, id } = await arrange(ledger)
    expect(await run()).toEqual({ end: 'done', note: 'installed' })
    expect(await run()).toEqual({ end: 'done', note: 'was in place' })
    expect(calls).toEqual(['create'])
    expect(kept.get(2)).toMatchObject({
      name: 'Usherr',
      url: `http://usherr.test/webhooks/radarr/${id}`,
      username: 'usherr',
      password: SECRET,
      flags: expect.arrayContaining(['onGrab', 'onDownload', 'onMovieDelete', 'onManualInteractionRequired']),
    })
    expect((await findInstance(ledger.db, id))?.hook).toMatchObject({ state: 'ok' })
  })

  it.each<[string, (ours: Connection) => Partial<Connection>]>([
    ['points elsewhere', ({ url }) => ({ url: url.replace('usherr.test', 'old.test') })],
    ['has another user', () => ({ username: 'me' })],
    ['hears of less', ({ flags }) => ({ flags: flags.slice(1) })],
  ])('that %s is put right in its place', async (_, change) => {
    const { run, kept, calls, id } = await arrange(ledger)
    await run()
    const ours = kept.get(2)
    if (ours === undefined) throw new Error('nothing was installed')
    kept.set(2, { ...ours, ...change(ours) })
    await run()
    expect(calls).toEqual(['create', 'change 2'])
    expect(kept.get(2)).toEqual({ ...ours, id: 2 })
    expect(kept.get(1)?.url).toBe('http://elsewhere/hook')
    expect((await findInstance(ledger.db, id))?.hook.state).toBe('ok')
  })

  it('that hears of more, or got another name, is left as somebody made it', async () => {
    const { run, kept, calls } = await arrange(ledger)
    await run()
    const ours = kept.get(2)
    if (ours === undefined) throw new Error('nothing was installed')
    kept.set(2, { ...ours, name: 'Bot', flags: [...ours.flags, 'onRename'] })
    await run()
    expect(calls).toEqual(['create'])
  })

  it('whose secret is another now is written anew, though it can’t be read back', async () => {
    const { run, calls, id } = await arrange(ledger)
    await run()
    await ledger.db
      .updateTable('instances')
      .set({ hookDigest: digest('other') })
      .where('id', '=', id)
      .execute()
    await run()
    expect(calls).toEqual(['create', 'change 2'])
  })

  it('that was thrown out is installed again', async () => {
    const { run, kept, calls } = await arrange(ledger)
    await run()
    kept.delete(2)
    await run()
    expect(calls).toEqual(['create', 'create'])
  })

  it('that the instance can’t reach us by is noted with what it said', async () => {
    const { run, arr, id } = await arrange(ledger)
    const fault = new Fault({
      kind: 'rejected',
      service: 'Films',
      operation: 'save a webhook',
      code: 'webhook-test-failed',
      said: 'Connection refused',
    })
    arr.saveConnection = () => Promise.reject(fault)
    await expect(run()).rejects.toBe(fault)
    expect((await findInstance(ledger.db, id))?.hook).toMatchObject({
      state: 'failed',
      detail: 'Connection refused',
    })
  })

  it('of an instance that is gone is taken out, once, and nobody else’s with it', async () => {
    const { run, kept, calls, id, deps } = await arrange(ledger)
    await run()
    expect(await removeHookJob.run(id, deps)).toEqual({ end: 'done', note: 'the instance is in use' })
    await ledger.db.updateTable('instances').set({ state: 'removed' }).where('id', '=', id).execute()
    expect(await run()).toEqual({ end: 'done', note: 'the instance is gone' })
    expect(await removeHookJob.run(id, deps)).toEqual({ end: 'done', note: 'removed' })
    expect(await removeHookJob.run(id, deps)).toEqual({ end: 'done', note: 'none there' })
    expect(calls).toEqual(['create', 'remove 2'])
    expect([...kept.keys()]).toEqual([1])
  })
})
