import { expect, it } from 'vitest'
import type {
  ArrEpisode,
  ArrFilm,
  HistoryEvent,
  QueueItem,
  SonarrEvent,
} from '../../src/clients/arr/types.ts'
import { findReading } from '../../src/db/queries/readings.ts'
import { findRequest } from '../../src/db/queries/requests.ts'
import type { InstancesTable } from '../../src/db/tables/database.ts'
import type { RequestChange } from '../../src/domain/requests/request.ts'
import { Fault } from '../../src/platform/faults.ts'
import { reconcileInstanceJob } from '../../src/workers/jobs/reconcile.ts'
import { NOW } from '../actions/support/desk.ts'
import { instance, showRequest, title } from '../actions/support/things.ts'
import { onEachDatabase } from '../db/support/ledger.ts'
import { request } from '../db/support/rows.ts'
import { bench } from './support/bench.ts'

const MINUTE = 60_000
const FILM: ArrFilm = { arrId: 7, title: 'Up', monitored: true, hasFile: false }

let counted = 0
const event = (more: Partial<HistoryEvent>): HistoryEvent => ({
  id: ++counted,
  arrId: 7,
  at: NOW - MINUTE,
  what: 'imported',
  ...more,
})
const raise = (what: string): never => {
  throw new Error(what)
}

onEachDatabase('reading a history', (ledger) => {
  type Outside = {
    events?: readonly HistoryEvent[]
    film?: ArrFilm | undefined
    queue?: readonly QueueItem[]
    episodes?: readonly ArrEpisode[] | Fault
  }

  /** An instance, and what becomes of it when its history is read. */
  const arrange = async (kind: InstancesTable['kind'] = 'radarr') => {
    const { id } = await ledger.write((tx) => instance(tx, { kind, createdAt: NOW }))
    const asked: number[] = []
    const looks: number[] = []
    const read = async ({ events = [], film, queue = [], episodes = [] }: Outside) => {
      const arr = {
        historySince: async (since: number) => {
          asked.push(since)
          return events.filter(({ at }) => at >= since)
        },
        find: async () => film,
        queue: async () => queue,
        episodes: async (arrId: number) => {
          looks.push(arrId)
          if (episodes instanceof Fault) throw episodes
          return episodes
        },
      }
      return reconcileInstanceJob.run(id, bench(ledger.db, { arr }).deps)
    }
    const film = async (change: RequestChange = {}) => {
      const { titleId } = await ledger.write(title)
      const state = { state: 'downloading', instanceId: id, arrId: 7, ...change } as const
      return (await ledger.write((tx) => request(tx, { titleId, change: state }))).id
    }
    const show = async (change: RequestChange = {}) => {
      const state = { state: 'downloading', instanceId: id, arrId: 7, ...change } as const
      return (await ledger.write((tx) => showRequest(tx, state))).id
    }
    return { id, asked, looks, read, film, show }
  }
  const see = async (id: string) => (await findRequest(ledger.db, id)) ?? raise('it is gone')

  it('begins before the instance was known, and goes on where it ended', async () => {
    const { id, asked, read } = await arrange()
    await read({ events: [event({ id: 500, at: NOW - 5 * MINUTE })] })
    await read({})
    expect(asked[0]).toBeLessThan(NOW - 60 * MINUTE)
    expect(asked[1]).toBe(NOW - 15 * MINUTE)
    expect(await findReading(ledger.db, id)).toEqual({ readTo: NOW - 5 * MINUTE, seen: [] })
  })

  it('finds what was imported while no webhook came', async () => {
    const { film, read } = await arrange()
    const id = await film()
    await read({ events: [event({})], film: { ...FILM, hasFile: true } })
    expect((await see(id)).state).toBe('available')
  })

  it('looks at a title once however much happened to it, and not again for what was read', async () => {
    const { show, looks, read } = await arrange('sonarr')
    await show()
    const events = [1, 2, 3].map((episodeId): SonarrEvent => ({ ...event({}), episodeId }))
    await read({ events })
    expect(looks).toEqual([7])
    await read({ events })
    expect(looks).toEqual([7])
    await read({ events: [...events, { ...event({}), episodeId: 4 } as SonarrEvent] })
    expect(looks).toEqual([7, 7])
  })

  it('passes over what nobody here asked for, and what no request cares for', async () => {
    const { film, looks, read } = await arrange('sonarr')
    await film({ state: 'denied' })
    await read({ events: [event({}), event({ arrId: 99 }), event({ what: 'other' })] })
    expect(looks).toEqual([])
  })

  it('tells of a failed download, which another may outlast', async () => {
    const { film, read } = await arrange()
    const id = await film()
    const failure = (said: string) => event({ what: 'failed', said })
    await read({
      events: [failure('Missing parts')],
      queue: [{ arrId: 7, percent: 3, state: 'downloading' }],
    })
    expect(await see(id)).toMatchObject({
      state: 'downloading',
      trace: [{ rule: 'download', found: 'Missing parts' }],
    })
    await read({ events: [failure('Unpacking failed')] })
    expect(await see(id)).toMatchObject({
      state: 'added',
      trace: [{ rule: 'download', found: 'Unpacking failed' }],
    })
  })

  it('tells only those who asked for the episode that failed', async () => {
    const { show, read } = await arrange('sonarr')
    const first = await show()
    const second = await show({ wish: { seasons: [2], episodes: [], future: false } })
    const episode = { id: 21, season: 2, episode: 1, hasFile: false, monitored: true }
    const failed = { ...event({ what: 'failed', said: 'Missing parts' }), episodeId: 21 }
    await read({ events: [failed], episodes: [episode] })
    expect((await see(first)).state).toBe('downloading')
    expect(await see(second)).toMatchObject({
      state: 'added',
      trace: [{ rule: 'download', found: 'Missing parts' }],
    })
  })

  it('tells of a better copy at the time at which it came, once', async () => {
    const { film, read } = await arrange()
    const id = await film({ state: 'available' })
    const at = NOW - 3 * MINUTE
    const better = event({ what: 'file-deleted', upgrade: true, at })
    await read({ events: [better], film: { ...FILM, hasFile: true } })
    const { version, upgradedAt } = await see(id)
    expect(upgradedAt).toBe(at)
    await read({ events: [event({ what: 'file-deleted', upgrade: true, at: at + MINUTE })] })
    expect((await see(id)).version).toBe(version)
  })

  it.each([
    ['was deleted', { ...FILM }, 'removed'],
    ['came back since', { ...FILM, hasFile: true }, 'available'],
    ['is gone altogether', undefined, 'removed'],
  ] as const)('sees that a film that was here %s', async (_, film, state) => {
    const { film: here, read } = await arrange()
    const id = await here({ state: 'available' })
    await read({ events: [event({ what: 'file-deleted' })], film })
    expect((await see(id)).state).toBe(state)
  })

  it('reads again what it could not act on, and acts on the rest', async () => {
    const { id, film, show, read } = await arrange('sonarr')
    await show()
    await show({ arrId: 8 })
    await film({ arrId: 99, state: 'denied' })
    const events = [event({ what: 'imported' }), event({ what: 'imported', arrId: 8 })]
    const trouble = new Fault({ kind: 'server', service: 'Sonarr', operation: 'read the episodes' })
    expect(await read({ events, episodes: trouble })).toEqual({ end: 'done', note: trouble.message })
    expect(await findReading(ledger.db, id)).toBeUndefined()
    expect(await read({ events })).toEqual({ end: 'done', note: '2 titles' })
    expect(await findReading(ledger.db, id)).toMatchObject({ readTo: NOW - MINUTE })
  })
})
