import { expect, it } from 'vitest'
import { removeInstance } from '../../src/actions/setup/save-instance.ts'
import type { ArrFilm, FilmToAdd } from '../../src/clients/arr/types.ts'
import { findRequest } from '../../src/db/queries/requests.ts'
import type { RequestChange } from '../../src/domain/requests/request.ts'
import { Fault, type FaultFacts, type FaultKind } from '../../src/platform/faults.ts'
import { addToArrJob } from '../../src/workers/jobs/add-to-arr.ts'
import { cast } from '../actions/support/cast.ts'
import { furnish, NOW } from '../actions/support/desk.ts'
import { instance, OFFER, title } from '../actions/support/things.ts'
import { type Ledger, onEachDatabase } from '../db/support/ledger.ts'
import { request } from '../db/support/rows.ts'
import { bench } from './support/bench.ts'

const fault = (kind: FaultKind, more: Partial<FaultFacts> = {}) =>
  new Fault({ kind, service: 'Films', operation: 'add a film', ...more })

/** An approved request, and as much of a Radarr as takes films. `before` and `afterAdd` are what it throws. */
const arrange = async (ledger: Ledger, change: RequestChange = {}, there?: Partial<ArrFilm>) => {
  const calls: string[] = []
  const added: FilmToAdd[] = []
  let known: ArrFilm | undefined =
    there === undefined ? undefined : { arrId: 7, title: 'Up', monitored: true, hasFile: false, ...there }
  const hooks = { beforeAdd: () => undefined as unknown, afterAdd: () => undefined as unknown }
  const arr = {
    find: async () => {
      calls.push('find')
      return known
    },
    add: async (film: FilmToAdd) => {
      calls.push('add')
      hooks.beforeAdd()
      known = { arrId: 7, title: film.title, monitored: true, hasFile: false, lastSearchAt: NOW + 1 }
      added.push(film)
      hooks.afterAdd()
      return 7
    },
    monitor: async () => void calls.push('monitor'),
    search: async () => void calls.push('search'),
    status: async () => ({ app: 'Radarr', version: '6.0.4.10291' }),
    profiles: async () => OFFER.choices.profiles,
    folders: async () => OFFER.choices.folders.map(({ path }) => ({ path, accessible: true })),
    tags: async () => OFFER.choices.tags,
  }
  const table = bench(ledger.db, { arr })
  const made = await ledger.write(async (tx) => {
    const { id: instanceId } = await instance(tx, { tagIds: '[1]', availability: 'inCinemas' })
    const { titleId } = await title(tx)
    const state = { state: 'approved', instanceId, decidedAt: NOW, ...change } as const
    return request(tx, { titleId, change: state })
  })
  const run = () => addToArrJob.run(made.id, table.deps)
  const now = () => findRequest(ledger.db, made.id)
  return { ...table, arrCalls: calls, added, hooks, run, now }
}

onEachDatabase('an approved film', (ledger) => {
  it('is looked for, added as the instance has it, and not added again', async () => {
    const { run, now, arrCalls, added } = await arrange(ledger)
    expect(await run()).toEqual({ end: 'done', note: 'added' })
    expect(added).toEqual([
      expect.objectContaining({
        profileId: 4,
        folder: '/films',
        tagIds: [1],
        minimumAvailability: 'inCinemas',
      }),
    ])
    expect(await now()).toMatchObject({ state: 'added', arrId: 7 })
    await run()
    expect(arrCalls.filter((call) => call !== 'find')).toEqual(['add'])
  })

  it('goes where an approver said', async () => {
    const { run, added } = await arrange(ledger, { profileId: 6, folder: '/more' })
    await run()
    expect(added).toMatchObject([{ profileId: 6, folder: '/more' }])
  })

  it.each<[string, Partial<ArrFilm>, string[], string]>([
    ['is complete', { hasFile: true, monitored: false }, ['find'], 'available'],
    ['sleeps', { monitored: false }, ['find', 'monitor', 'search'], 'added'],
    ['was searched for before the decision', { lastSearchAt: NOW - 1 }, ['find', 'search'], 'added'],
    ['was searched for since', { lastSearchAt: NOW + 1 }, ['find'], 'added'],
  ])('that is there already and %s is woken, never added', async (_, there, calls, state) => {
    const { run, now, arrCalls } = await arrange(ledger, {}, there)
    await run()
    expect(arrCalls).toEqual(calls)
    expect(await now()).toMatchObject({ state, arrId: 7 })
  })

  it.each(['conflict', 'timeout', 'server', 'unreachable'] as const)(
    'that was added though the answer was %s is found, and added once',
    async (kind) => {
      const { run, now, hooks, arrCalls, added } = await arrange(ledger)
      hooks.afterAdd = () => {
        throw fault(kind)
      }
      expect(await run()).toEqual({ end: 'done', note: 'added' })
      expect([added.length, arrCalls]).toEqual([1, ['find', 'add', 'find']])
      expect(await now()).toMatchObject({ state: 'added', arrId: 7 })
    },
  )

  it.each([
    ['timeout', 'instance-unreachable'],
    ['server', 'instance-trouble'],
  ] as const)(
    'that was not added at all (%s) stays approved, says why, and is tried again',
    async (kind, code) => {
      const { run, now, hooks, added } = await arrange(ledger)
      hooks.beforeAdd = () => {
        throw fault(kind)
      }
      await expect(run()).rejects.toMatchObject({ facts: { kind } })
      expect(await now()).toMatchObject({ state: 'approved', trouble: { code } })
      hooks.beforeAdd = () => undefined
      await run()
      expect(added).toHaveLength(1)
      const after = await now()
      expect(after?.state).toBe('added')
      expect(after?.trouble).toBeUndefined()
    },
  )

  it.each([
    ['unauthorised', {}, 'instance-unauthorised'],
    ['rejected', { code: 'profile-gone' }, 'profile-gone'],
    ['rejected', { code: 'folder-gone' }, 'folder-gone'],
    ['rejected', { said: 'No.' }, 'rejected'],
  ] as const)('that is refused (%s %o) waits for somebody to mend it', async (kind, facts, code) => {
    const { run, now, hooks } = await arrange(ledger)
    hooks.beforeAdd = () => {
      throw fault(kind, facts)
    }
    expect(await run()).toMatchObject({ end: 'wait' })
    expect(await now()).toMatchObject({ state: 'approved', trouble: { code } })
  })

  it.each([
    ['a profile that is no longer offered', { profileId: 99 }, 'profile-gone'],
    ['a folder that is no longer offered', { folder: '/gone' }, 'folder-gone'],
  ])('with %s is not sent anywhere else', async (_, change, code) => {
    const { run, now, arrCalls } = await arrange(ledger, change)
    expect(await run()).toMatchObject({ end: 'wait', why: code })
    expect(arrCalls).toEqual([])
    expect(await now()).toMatchObject({ state: 'approved', trouble: { code } })
  })

  it('whose instance was removed waits for another', async () => {
    const { run, now } = await arrange(ledger)
    await ledger.db.updateTable('instances').set({ state: 'removed' }).execute()
    expect(await run()).toMatchObject({ end: 'wait' })
    expect((await now())?.trouble?.code).toBe('no-instance')
  })

  it('whose instance was removed goes to the one that is left', async () => {
    const { run, now } = await arrange(ledger, { profileId: 6, measuredAt: 1 })
    await ledger.db.updateTable('instances').set({ state: 'removed' }).execute()
    const { id, name } = await ledger.write((tx) => instance(tx))
    expect(await run()).toEqual({ end: 'wait', ms: 0, why: 'another instance takes it over' })
    const moved = await now()
    expect(moved).toMatchObject({ instanceId: id, trace: [{ rule: 'instance', found: name }] })
    expect(moved).not.toHaveProperty('profileId')
    expect(moved).not.toHaveProperty('measuredAt')
    expect(await run()).toEqual({ end: 'done', note: 'added' })
  })

  it.each(['added', 'downloading'] as const)(
    'that was %s when its instance was removed waits for another, and is brought there',
    async (state) => {
      const { deps, run, now } = await arrange(ledger, { state, arrId: 3, percent: 40 })
      await ledger.db
        .updateTable('instances')
        .set({ state: 'removed' })
        .where('id', '!=', (await now())?.instanceId ?? '')
        .execute()
      await furnish(ledger.db)
      const before = await now()
      await removeInstance(deps, cast.admin, { id: before?.instanceId ?? '' })
      const stranded = await now()
      expect(stranded).toMatchObject({ state: 'approved', trouble: { code: 'no-instance' } })
      expect(stranded).not.toHaveProperty('arrId')
      expect(stranded).not.toHaveProperty('percent')
      expect(await run()).toMatchObject({ end: 'wait', why: 'no-instance' })
      const { id } = await ledger.write((tx) => instance(tx))
      await run()
      expect(await run()).toEqual({ end: 'done', note: 'added' })
      const after = await now()
      expect(after).toMatchObject({ state: 'added', arrId: 7, instanceId: id })
      expect(after?.trouble).toBeUndefined()
    },
  )

  it('that moved on by news of an instance that was being removed waits for another all the same', async () => {
    const { run, now } = await arrange(ledger, { state: 'downloading', arrId: 3 })
    await ledger.db.updateTable('instances').set({ state: 'removed' }).execute()
    expect(await run()).toMatchObject({ end: 'wait', why: 'no-instance' })
    expect(await now()).toMatchObject({ state: 'approved', trouble: { code: 'no-instance' } })
  })
})
