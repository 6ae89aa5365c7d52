import { expect, it } from 'vitest'
import type { ArrEpisode } from '../../src/clients/arr/types.ts'
import { findRequest } from '../../src/db/queries/requests.ts'
import { listToldEpisodes } from '../../src/db/queries/tellings.ts'
import type { InstancesTable } from '../../src/db/tables/database.ts'
import type { RequestChange } from '../../src/domain/requests/request.ts'
import { EMPTY_WISH, type Wish } from '../../src/domain/seasons/wish.ts'
import { Fault, type FaultKind } from '../../src/platform/faults.ts'
import { addToArrJob } from '../../src/workers/jobs/add-to-arr.ts'
import { NOW } from '../actions/support/desk.ts'
import { instance, showRequest } from '../actions/support/things.ts'
import { type Ledger, onEachDatabase } from '../db/support/ledger.ts'
import { bench } from './support/bench.ts'
import { fakeSonarr, season } from './support/fake-sonarr.ts'

const fault = (kind: FaultKind) => new Fault({ kind, service: 'Shows', operation: 'add a show' })

type Setting = Readonly<{
  /** Whether Sonarr has the show already. */
  there?: boolean
  episodes?: readonly ArrEpisode[]
  wish?: Partial<Wish>
  change?: RequestChange
  row?: Partial<InstancesTable>
}>

/** An approved request for parts of a show, and the Sonarr that it goes to. */
const arrange = async (ledger: Ledger, { there = false, episodes, wish, change, row }: Setting = {}) => {
  const fake = fakeSonarr(there, episodes ?? [...season(1, 2), ...season(2, 2)])
  const table = bench(ledger.db, { arr: fake.sonarr })
  const made = await ledger.write(async (tx) => {
    const { id: instanceId } = await instance(tx, { kind: 'sonarr', tagIds: '[1]', ...row })
    return showRequest(tx, {
      state: 'approved',
      instanceId,
      decidedAt: NOW,
      wish: { ...EMPTY_WISH, seasons: [1], ...wish },
      ...change,
    })
  })
  const run = () => addToArrJob.run(made.id, table.deps)
  const now = () => findRequest(ledger.db, made.id)
  const told = async () => {
    const rows = await listToldEpisodes(ledger.db, made.id)
    return rows.map(({ season: number, episode }) => `${number}.${episode}`).sort()
  }
  const { id, titleId } = made
  return { ...table, ...fake, arrCalls: fake.calls, id, titleId, run, now, told }
}

onEachDatabase('an approved show', (ledger) => {
  it('is looked for, added as the instance has it, and searched for, once', async () => {
    const { run, now, added, arrCalls } = await arrange(ledger, { row: { seriesType: 'anime' } })
    expect(await run()).toEqual({ end: 'done', note: 'added' })
    expect(added).toEqual([
      expect.objectContaining({
        profileId: 4,
        folder: '/films',
        tagIds: [1],
        seriesType: 'anime',
        seasons: [1],
        future: false,
      }),
    ])
    expect(arrCalls).toEqual(['find', 'add', 'find', 'episodes', 'monitor 1', 'episodes', 'search season 1'])
    expect(await now()).toMatchObject({ state: 'added', arrId: 7, have: 0, total: 2 })
  })

  it('goes where an approver said', async () => {
    const { run, added } = await arrange(ledger, { change: { profileId: 6, folder: '/more' } })
    await run()
    expect(added).toMatchObject([{ profileId: 6, folder: '/more' }])
  })

  it.each([
    ['of the request', { wish: { future: true } }],
    ['of the instance', { row: { seasonMonitoring: 'future' as const } }],
  ])('has its later seasons monitored by a wish %s', async (_, setting) => {
    const { run, added } = await arrange(ledger, setting)
    await run()
    expect(added).toMatchObject([{ seasons: [1], future: true }])
  })

  it('that is there already gains what was asked for, and loses nothing', async () => {
    const { run, added, arrCalls, state } = await arrange(ledger, { there: true })
    expect(await run()).toEqual({ end: 'done', note: 'added' })
    expect(added).toEqual([])
    expect(arrCalls).toEqual(['find', 'episodes', 'monitor 1', 'episodes', 'search season 1'])
    expect(state.episodes.map(({ monitored }) => monitored)).toEqual([true, true, false, false])
  })

  it('wakes single episodes of seasons that nobody wants whole', async () => {
    const wish = { seasons: [], episodes: [{ season: 2, episode: 1 }] }
    const { run, arrCalls, state } = await arrange(ledger, { there: true, wish })
    await run()
    expect(arrCalls.slice(-2)).toEqual(['monitor episodes 201', 'search episodes 201'])
    expect(state.episodes.filter(({ monitored }) => monitored).map(({ id }) => id)).toEqual([201])
  })

  it('wakes no episode that is here', async () => {
    const wish = { seasons: [], episodes: [{ season: 1, episode: 1 }] }
    const { run, arrCalls } = await arrange(ledger, { there: true, episodes: season(1, 2, 1), wish })
    await run()
    expect(arrCalls.filter((call) => /episodes \d/.test(call))).toEqual([])
  })

  it('tells nobody of what was there before', async () => {
    const { run, told, now, id } = await arrange(ledger, { there: true, episodes: season(1, 3, 2) })
    await run()
    expect(await told()).toEqual(['1.1', '1.2'])
    expect(await now()).toMatchObject({ state: 'added', have: 2, total: 3, measuredAt: NOW })
    const windows = await ledger.db.selectFrom('tellings').select('id').where('requestId', '=', id).execute()
    expect(windows).toEqual([])
  })

  it('that is all there already is ready, and its asker hears it', async () => {
    const { run, now, arrCalls, id } = await arrange(ledger, { there: true, episodes: season(1, 2, 2) })
    await run()
    expect((await now())?.state).toBe('available')
    expect(arrCalls.filter((call) => call.startsWith('search'))).toEqual([])
    const events = await ledger.db.selectFrom('outbox').select('name').where('subject', '=', id).execute()
    expect(events.map(({ name }) => name)).toContain('request.available')
  })

  it('waits while Sonarr reads its episodes, and is added once', async () => {
    const { run, now, state, added } = await arrange(ledger, { episodes: [] })
    expect(await run()).toMatchObject({ end: 'wait', ms: 2_000 })
    expect(await run()).toMatchObject({ end: 'wait' })
    expect((await now())?.state).toBe('approved')
    state.episodes = season(1, 2)
    expect(await run()).toEqual({ end: 'done', note: 'added' })
    expect(added).toHaveLength(1)
  })

  it.each(['conflict', 'timeout', 'server', 'unreachable'] as const)(
    'that was added though the answer was %s is found, and added once',
    async (kind) => {
      const { run, hooks, added, arrCalls } = await arrange(ledger)
      hooks.add = () => {
        throw fault(kind)
      }
      expect(await run()).toEqual({ end: 'done', note: 'added' })
      expect(added).toHaveLength(1)
      expect(arrCalls.slice(0, 3)).toEqual(['find', 'add', 'find'])
    },
  )

  it('that was not added at all says why, and is tried again', async () => {
    const { run, now, hooks, added } = await arrange(ledger)
    hooks.refuse = () => {
      throw fault('timeout')
    }
    await expect(run()).rejects.toThrow(Fault)
    expect(await now()).toMatchObject({ state: 'approved', trouble: { code: 'instance-unreachable' } })
    hooks.refuse = () => undefined
    await run()
    expect(added).toHaveLength(1)
    expect((await now())?.trouble).toBeUndefined()
  })

  it('that is refused is not looked for again', async () => {
    const { run, hooks, arrCalls, now } = await arrange(ledger)
    hooks.refuse = () => {
      throw fault('rejected')
    }
    await expect(run()).resolves.toMatchObject({ end: 'wait' })
    expect(arrCalls).toEqual(['find', 'add'])
    expect((await now())?.trouble?.code).toBe('rejected')
  })

  it.each([
    ['a profile', { profileId: 99 }, 'profile-gone'],
    ['a folder', { folder: '/gone' }, 'folder-gone'],
  ])('with %s that is no longer offered is not sent anywhere else', async (_, change, code) => {
    const { run, arrCalls } = await arrange(ledger, { change })
    expect(await run()).toMatchObject({ end: 'wait', why: code })
    expect(arrCalls).toEqual([])
  })

  it('whose number nobody knows can’t be added, and says so', async () => {
    const { run, now, arrCalls, titleId } = await arrange(ledger)
    const facts = JSON.stringify({ kind: 'show', ids: { tmdb: '1' }, name: 'Up', genres: [], releases: {} })
    await ledger.db.updateTable('titles').set({ facts }).where('id', '=', titleId).execute()
    expect(await run()).toMatchObject({ end: 'wait' })
    expect((await now())?.trouble).toEqual({ code: 'rejected', said: 'TVDB number unknown' })
    expect(arrCalls).toEqual([])
  })
})
