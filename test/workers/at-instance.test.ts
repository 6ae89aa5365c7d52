import { beforeEach, expect, it } from 'vitest'
import type { Instance } from '../../src/db/queries/instances.ts'
import { findInstance } from '../../src/db/queries/instances.ts'
import type { InstancesTable } from '../../src/db/tables/database.ts'
import { Fault, type FaultFacts, type FaultKind } from '../../src/platform/faults.ts'
import { atInstance } from '../../src/workers/at-instance.ts'
import { finished } from '../../src/workers/define.ts'
import type { JobDeps } from '../../src/workers/deps.ts'
import { createShares } from '../../src/workers/shares.ts'
import { everything, NOW, newsIn } from '../actions/support/desk.ts'
import { instance } from '../actions/support/things.ts'
import { type Ledger, onEachDatabase } from '../db/support/ledger.ts'
import { bench } from './support/bench.ts'

const MINUTE = 60_000

const fault = (kind: FaultKind, more: Partial<FaultFacts> = {}) =>
  new Fault({ kind, service: 'Films', operation: 'look', ...more })

/** An instance, a Radarr that answers or throws as it is told, and the way there. */
const arrange = async (ledger: Ledger, more: Partial<InstancesTable> = {}) => {
  const answers: unknown[] = []
  const arr = {
    find: async () => {
      const next = answers.shift()
      if (next instanceof Error) throw next
      return next
    },
  }
  const table = bench(ledger.db, { arr })
  const deps: JobDeps = { ...table.deps, shares: createShares(table.clock) }
  const { id } = await ledger.write((tx) => instance(tx, more))
  const now = async (): Promise<Instance> => {
    const found = await findInstance(ledger.db, id)
    if (found === undefined) throw new Error('the instance is gone')
    return found
  }
  /** Calls it once for each of `heard`, which is what it answers or throws; a Fault doesn't end the visit. */
  const visit = async (...heard: readonly unknown[]) => {
    answers.push(...heard)
    const at = await now()
    return atInstance(at, 'arr', deps, async ({ radarr }) => {
      for (const _ of heard) await radarr(at).find(1).catch(swallow)
      return finished('seen')
    })
  }
  return { ...table, deps, id, now, visit }
}

const swallow = (error: unknown): undefined => {
  if (!(error instanceof Fault)) throw error
  return undefined
}

onEachDatabase('the way to an instance', (ledger) => {
  beforeEach(async () => {
    await ledger.db.deleteFrom('instances').execute()
    await ledger.db.deleteFrom('outbox').execute()
  })

  it('gives what the visit came to, and writes nothing while all is well', async () => {
    const { visit } = await arrange(ledger, { health: 'ok', healthSince: NOW })
    const before = await everything(ledger.db)
    expect(await visit({ arrId: 7 }, undefined)).toEqual({ end: 'done', note: 'seen' })
    expect(newsIn(await everything(ledger.db), before)).toEqual({})
  })

  it('notes a call that failed, and has somebody watch it', async () => {
    const { visit, now, id } = await arrange(ledger)
    await visit(fault('timeout'))
    expect((await now()).line).toEqual({ failures: 1, failingSince: NOW })
    const events = await ledger.db.selectFrom('outbox').select(['name', 'subject']).execute()
    expect(events).toEqual([{ name: 'instance.doubted', subject: id }])
  })

  it('rests after three visits that failed, and is in trouble', async () => {
    const { visit, now } = await arrange(ledger)
    for (let count = 0; count < 3; count += 1) await visit(fault('unreachable'))
    expect(await now()).toMatchObject({
      line: { failures: 3, restedUntil: NOW + 5_000 },
      health: { state: 'trouble', ailment: 'unreachable', since: NOW },
    })
  })

  it.each<[string, Fault]>([
    ['that it knows no such thing', fault('not-found')],
    ['that it is there already', fault('conflict')],
    ['no to what was asked', fault('rejected', { code: 'profile-gone' })],
    ['to come back later', fault('rate-limited')],
    ['that our webhook is silent', fault('server', { code: 'webhook-test-failed' })],
  ])('takes for sound whoever says %s', async (_, answer) => {
    const { visit, now } = await arrange(ledger, { failures: 2, failingSince: NOW })
    await visit(answer)
    expect((await now()).line).toEqual({ failures: 0 })
  })

  it('takes for sound whoever answered once, whatever became of the other calls', async () => {
    const { visit, now } = await arrange(ledger, { failures: 2, failingSince: NOW })
    await visit(fault('timeout'), { arrId: 7 }, fault('timeout'))
    expect((await now()).line).toEqual({ failures: 0 })
  })

  it('throws on what the visit threw, after it was noted', async () => {
    const { deps, now } = await arrange(ledger)
    const at = await now()
    const silent = fault('timeout')
    const lines: JobDeps = {
      ...deps,
      radarr: (one) => ({ ...deps.radarr(one), find: () => Promise.reject(silent) }),
    }
    const going = atInstance(at, 'arr', lines, async ({ radarr }) => {
      await radarr(at).find(1)
      return finished()
    })
    await expect(going).rejects.toBe(silent)
    expect((await now()).line.failures).toBe(1)
  })

  it('says nothing of the instance when the fault is ours', async () => {
    const { visit } = await arrange(ledger, { failures: 2, failingSince: NOW })
    const before = await everything(ledger.db)
    await expect(visit(new TypeError('undefined'))).rejects.toThrow(TypeError)
    expect(newsIn(await everything(ledger.db), before)).toEqual({})
  })

  it('notes nothing of one that was removed meanwhile', async () => {
    const { deps, now, id } = await arrange(ledger)
    const at = await now()
    const silent = { find: () => Promise.reject(fault('timeout')) }
    await ledger.db.updateTable('instances').set({ state: 'removed' }).where('id', '=', id).execute()
    const before = await everything(ledger.db)
    const lines: JobDeps = { ...deps, radarr: (one) => ({ ...deps.radarr(one), ...silent }) }
    await atInstance(at, 'arr', lines, async ({ radarr }) => {
      await radarr(at).find(1).catch(swallow)
      return finished()
    })
    expect(newsIn(await everything(ledger.db), before)).toEqual({})
  })

  it.each([
    ['half a minute at least', NOW + 5_000, 0, 30_000],
    ['half a minute at least, with jitter', NOW + 5_000, 0.5, 45_000],
    ['as long as it rests', NOW + 2 * MINUTE, 0, 2 * MINUTE],
    ['no longer than ten minutes', NOW + 5 * MINUTE, 1, 10 * MINUTE],
    ['half a minute, when it was to be looked at just now', NOW - 1, 0, 30_000],
  ])('is closed while it rests: nobody calls, and who comes waits %s', async (_, until, random, ms) => {
    const { deps, now } = await arrange(ledger, { failures: 3, failingSince: NOW, restedUntil: until })
    const visit = () => Promise.reject(new Error('somebody called'))
    const end = await atInstance(await now(), 'arr', { ...deps, random: () => random }, visit)
    expect(end).toMatchObject({ end: 'wait', ms })
  })

  it('is for a quarter of a queue at a time; others are let to another instance, and to this one later', async () => {
    const { deps, now } = await arrange(ledger)
    const slow = await now()
    const { id } = await ledger.write((tx) => instance(tx))
    const other = (await findInstance(ledger.db, id)) ?? slow
    let answer: () => void = () => undefined
    const silence = new Promise<void>((resolve) => {
      answer = resolve
    })
    const wait = async () => {
      await silence
      return finished('late')
    }
    const quick = async () => finished('quick')
    const visits = [1, 2].map(() => atInstance(slow, 'arr', deps, wait))
    expect(await atInstance(slow, 'arr', deps, quick)).toMatchObject({ end: 'wait', ms: 50 })
    expect(await atInstance(slow, 'upkeep', deps, quick)).toEqual(finished('quick'))
    expect(await atInstance(other, 'arr', deps, quick)).toEqual(finished('quick'))
    answer()
    expect(await Promise.all(visits)).toEqual([finished('late'), finished('late')])
    expect(await atInstance(slow, 'arr', deps, quick)).toEqual(finished('quick'))
  })

  it('has its turn back from a visit that broke off', async () => {
    const { deps, now } = await arrange(ledger)
    const at = await now()
    for (let count = 0; count < 5; count += 1) {
      await expect(atInstance(at, 'arr', deps, () => Promise.reject(new TypeError()))).rejects.toThrow()
    }
    expect(await atInstance(at, 'arr', deps, async () => finished())).toEqual(finished())
  })
})
