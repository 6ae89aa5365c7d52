import { beforeEach, expect, it } from 'vitest'
import type { Folder, Profile } from '../../src/clients/arr/types.ts'
import { findInstance } from '../../src/db/queries/instances.ts'
import type { InstancesTable } from '../../src/db/tables/database.ts'
import { Fault, type FaultFacts, type FaultKind } from '../../src/platform/faults.ts'
import { lookOver } from '../../src/workers/look-over.ts'
import { NOW } from '../actions/support/desk.ts'
import { instance, OFFER } from '../actions/support/things.ts'
import { type Ledger, onEachDatabase } from '../db/support/ledger.ts'
import { bench } from './support/bench.ts'

const fault = (kind: FaultKind, more: Partial<FaultFacts> = {}) =>
  new Fault({ kind, service: 'Films', operation: 'look', ...more })

/** An instance, and what it answers to whoever looks it over; a test changes that. */
const arrange = async (ledger: Ledger, more: Partial<InstancesTable> = {}) => {
  const calls: string[] = []
  const arr = {
    status: async () => ({ app: 'Radarr', version: '6.0.4.10291' }),
    find: async (): Promise<undefined> => {
      calls.push('find')
      return undefined
    },
    profiles: async (): Promise<readonly Profile[]> => OFFER.choices.profiles,
    folders: async (): Promise<readonly Folder[]> => [
      { path: '/films', accessible: true },
      { path: '/more', accessible: true },
    ],
    tags: async () => OFFER.choices.tags,
  }
  const { deps } = bench(ledger.db, { arr })
  const { id } = await ledger.write((tx) => instance(tx, more))
  const now = () => findInstance(ledger.db, id)
  const look = async () => {
    const found = await now()
    if (found === undefined) throw new Error('the instance is gone')
    return lookOver(found, deps)
  }
  const events = async () => {
    const rows = await ledger.db.selectFrom('outbox').select('name').where('subject', '=', id).execute()
    return rows.map(({ name }) => name).sort()
  }
  return { arr, calls, id, now, look, events }
}

onEachDatabase('looking an instance over', (ledger) => {
  beforeEach(async () => {
    await ledger.db.deleteFrom('instances').execute()
  })

  it('notes its version and what it offers now', async () => {
    const { arr, look, now, events } = await arrange(ledger, { appVersion: '5.0.0.1' })
    arr.profiles = async () => [...OFFER.choices.profiles, { id: 9, name: 'Any' }]
    expect(await look()).toBe(true)
    expect(await now()).toMatchObject({
      appVersion: '6.0.4.10291',
      choices: { profiles: [{ id: 4 }, { id: 6 }, { id: 9, name: 'Any' }] },
      health: { state: 'ok', since: NOW },
    })
    expect(await events()).toEqual([])
  })

  it('is done also while it rests, and ends that', async () => {
    const { look, now, events } = await arrange(ledger, {
      failures: 3,
      failingSince: NOW - 9,
      restedUntil: NOW + 9_000,
      health: 'trouble',
      healthDetail: 'timeout',
      healthSince: NOW - 9,
    })
    expect(await look()).toBe(true)
    expect(await now()).toMatchObject({ line: { failures: 0 }, health: { state: 'ok', since: NOW } })
    expect(await events()).toEqual(['instance.well'])
  })

  it.each([
    ['profile', 'profile-gone', 'HD', { profileId: 4, folder: '/films' }],
    ['folder', 'folder-gone', '/films', { profileId: 4, folder: '/films' }],
  ] as const)(
    'names the %s that is gone, and puts nothing in its place',
    async (what, ailment, said, chosen) => {
      const { arr, look, now, events } = await arrange(ledger)
      if (what === 'profile') arr.profiles = async () => [{ id: 6, name: 'UHD' }]
      else arr.folders = async () => [{ path: '/more', accessible: true }]
      expect(await look()).toBe(true)
      expect(await now()).toMatchObject({
        health: { state: 'trouble', ailment, said, since: NOW },
        ...chosen,
      })
      expect(await events()).toEqual(['instance.doubted', 'instance.troubled'])
    },
  )

  it.each([
    ['another application', 'another-application', { app: 'Lidarr', version: '3.0' }, 'Lidarr'],
    ['too old a version', 'too-old', { app: 'Radarr', version: '3.2.2.5080' }, '3.2.2.5080'],
  ] as const)('tells %s, and keeps what was known of it', async (_, ailment, status, said) => {
    const { arr, calls, look, now, events } = await arrange(ledger, { appVersion: '6.0.4.10291' })
    arr.status = async () => status
    expect(await look()).toBe(false)
    expect(await now()).toMatchObject({
      appVersion: '6.0.4.10291',
      choices: OFFER.choices,
      health: { state: 'trouble', ailment, said },
      line: { restedUntil: expect.any(Number) },
    })
    expect(await events()).toEqual(['instance.doubted', 'instance.troubled'])
    expect(calls).toEqual([])
  })

  it.each([
    ['that does not answer', fault('timeout'), 'timeout'],
    ['that answers with a web page', fault('bad-shape'), 'bad-shape'],
    ['that knows none of the pages', fault('not-found'), 'bad-shape'],
    ['whose key was changed', fault('unauthorised'), 'unauthorised'],
  ])('notes one %s, and throws', async (_, silence, failure) => {
    const { arr, look, now } = await arrange(ledger, { failures: 2, failingSince: NOW })
    arr.status = () => Promise.reject(silence)
    await expect(look()).rejects.toBe(silence)
    expect(await now()).toMatchObject({ health: { state: 'trouble', ailment: failure } })
  })

  it('is not deceived by a page that answers while the library does not', async () => {
    const { arr, look, now } = await arrange(ledger, { failures: 2, failingSince: NOW })
    arr.find = () => Promise.reject(fault('server'))
    await expect(look()).rejects.toThrow(Fault)
    expect(await now()).toMatchObject({ health: { state: 'trouble', ailment: 'server' } })
  })

  it('says nothing of one that asks to come back later', async () => {
    const { arr, look, now } = await arrange(ledger)
    arr.status = () => Promise.reject(fault('rate-limited'))
    await expect(look()).rejects.toThrow(Fault)
    expect((await now())?.line).toEqual({ failures: 0 })
  })

  it('does not hide a bug', async () => {
    const { arr, look, now } = await arrange(ledger)
    arr.status = () => Promise.reject(new TypeError('undefined'))
    await expect(look()).rejects.toThrow(TypeError)
    expect((await now())?.line).toEqual({ failures: 0 })
  })
})
