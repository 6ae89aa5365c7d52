import { expect, it } from 'vitest'
import type { ArrEpisode } from '../../src/clients/arr/types.ts'
import type { Instance } from '../../src/db/queries/instances.ts'
import { findInstance } from '../../src/db/queries/instances.ts'
import { findRequest } from '../../src/db/queries/requests.ts'
import { saveTitle } from '../../src/db/queries/titles.ts'
import type { RequestChange } from '../../src/domain/requests/request.ts'
import { EMPTY_WISH, type Wish } from '../../src/domain/seasons/wish.ts'
import { Fault } from '../../src/platform/faults.ts'
import { lookAtTitle } from '../../src/workers/look-at-show.ts'
import { NOW } from '../actions/support/desk.ts'
import { instance } from '../actions/support/things.ts'
import { type Ledger, onEachDatabase } from '../db/support/ledger.ts'
import { another, film, ids, request } from '../db/support/rows.ts'
import { bench } from './support/bench.ts'
import { fakeSonarr, season } from './support/fake-sonarr.ts'

/** A show in a Sonarr, and requests for seasons of it. */
const arrange = async (ledger: Ledger) => {
  const fake = fakeSonarr(true, [...season(1, 2), ...season(2, 2)])
  const { deps } = bench(ledger.db, { arr: fake.sonarr })
  const tvdb = another()
  const titleId = await ledger.write((tx) => saveTitle(tx, film({ kind: 'show', ids: { tvdb } }), NOW, ids))
  const at = async (): Promise<Instance> => {
    const { id } = await ledger.write((tx) => instance(tx, { kind: 'sonarr' }))
    const found = await findInstance(ledger.db, id)
    if (found === undefined) throw new Error('the instance is gone')
    return found
  }
  const here = await at()
  const ask = async (wish: Partial<Wish>, change: RequestChange = {}) => {
    const state = {
      state: 'added',
      instanceId: here.id,
      measuredAt: NOW,
      have: 0,
      total: 2,
      ...change,
    } as const
    const { id } = await ledger.write((tx) =>
      request(tx, { kind: 'show', titleId, wish: { ...EMPTY_WISH, ...wish }, change: state }),
    )
    return { id, now: () => findRequest(ledger.db, id) }
  }
  const ref = { kind: 'show', source: 'tvdb', value: tvdb } as const
  const look = (deleted = false, episodes?: readonly ArrEpisode[]) => {
    if (episodes !== undefined) fake.state.episodes = [...episodes]
    return lookAtTitle(here, { ref, arrId: 7, deleted }, deps)
  }
  return { ...fake, deps, here, at, ask, ref, look }
}

onEachDatabase('a look at a show', (ledger) => {
  it('asks Sonarr once, for all whom it concerns', async () => {
    const { ask, look, calls } = await arrange(ledger)
    const first = await ask({ seasons: [1] })
    const second = await ask({ seasons: [2] })
    expect(await look(false, [...season(1, 2, 2), ...season(2, 2, 1)])).toBe(2)
    expect(calls).toEqual(['episodes'])
    expect(await first.now()).toMatchObject({ state: 'available', arrId: 7, have: 2 })
    expect(await second.now()).toMatchObject({ state: 'added', arrId: 7, have: 1 })
  })

  it.each<[string, Partial<Wish>, RequestChange]>([
    ['has all it asked for', { seasons: [1] }, { state: 'available', have: 2 }],
    ['is not decided', { seasons: [1] }, { state: 'pending' }],
    ['was cancelled', { seasons: [1] }, { state: 'cancelled' }],
  ])('does not trouble Sonarr for a request that %s', async (_, wish, change) => {
    const { ask, look, calls } = await arrange(ledger)
    await ask(wish, change)
    expect(await look()).toBe(0)
    expect(calls).toEqual([])
  })

  it('does not trouble Sonarr for a title that nobody asked for, or only elsewhere', async () => {
    const { ask, at, look, ref, deps, calls } = await arrange(ledger)
    const { id: instanceId } = await at()
    await ask({ seasons: [1] }, { instanceId })
    expect(await look()).toBe(0)
    const stranger = { ref: { ...ref, value: another() }, arrId: 9, deleted: false }
    expect(await lookAtTitle(await at(), stranger, deps)).toBe(0)
    expect(calls).toEqual([])
  })

  it('sees later seasons, for whom they are asked too', async () => {
    const { ask, look } = await arrange(ledger)
    await ask({ seasons: [1], future: true }, { state: 'available', have: 2 })
    expect(await look()).toBe(1)
  })

  it('sees what was deleted of what was here, and what comes back of that', async () => {
    const { ask, look } = await arrange(ledger)
    const { now } = await ask({ seasons: [1] })
    await look(false, season(1, 2, 2))
    expect(await look(true, season(1, 2, 1))).toBe(1)
    expect(await now()).toMatchObject({ state: 'available', have: 1, total: 2 })
    expect(await look(false, season(1, 2, 2))).toBe(1)
    expect(await now()).toMatchObject({ have: 2, total: 2 })
    expect(await look()).toBe(0)
  })

  it('changes nothing when Sonarr has none of its episodes for a moment', async () => {
    const { ask, look } = await arrange(ledger)
    const { now } = await ask({ seasons: [1] }, { have: 1 })
    const before = await now()
    expect(await look(false, [])).toBe(1)
    expect(await now()).toEqual(before)
  })

  it('throws when Sonarr does not answer, and changes nothing', async () => {
    const { ask, here, ref, deps } = await arrange(ledger)
    const { now } = await ask({ seasons: [1] })
    const before = await now()
    const silent = new Fault({ kind: 'timeout', service: 'Shows', operation: 'read the episodes' })
    const sonarr: typeof deps.sonarr = (one) => ({
      ...deps.sonarr(one),
      episodes: () => Promise.reject(silent),
    })
    await expect(lookAtTitle(here, { ref, arrId: 7, deleted: false }, { ...deps, sonarr })).rejects.toBe(
      silent,
    )
    expect(await now()).toEqual(before)
  })
})
