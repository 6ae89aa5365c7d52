import { beforeEach, expect, it } from 'vitest'
import type { ArrFilm, QueueItem } from '../../src/clients/arr/types.ts'
import { findRequest } from '../../src/db/queries/requests.ts'
import type { RequestChange } from '../../src/domain/requests/request.ts'
import { Fault } from '../../src/platform/faults.ts'
import type { JobDeps } from '../../src/workers/deps.ts'
import { readJobs } from '../../src/workers/index.ts'
import { followDownloadsJob } from '../../src/workers/jobs/follow-downloads.ts'
import { instance, title } from '../actions/support/things.ts'
import { type Ledger, onEachDatabase } from '../db/support/ledger.ts'
import { request } from '../db/support/rows.ts'
import { bench } from './support/bench.ts'

const FILM: ArrFilm = { arrId: 7, title: 'Up', monitored: true, hasFile: false }

onEachDatabase('following downloads', (ledger: Ledger) => {
  // Whatever is at work is asked, so each test has its own alone.
  beforeEach(async () => {
    await ledger.db.deleteFrom('requests').execute()
    await ledger.db.deleteFrom('instances').execute()
  })

  /** Runs the schedule's job, and the work that it left for others. */
  const round = async (deps: JobDeps): Promise<void> => {
    await followDownloadsJob.run('', deps)
    const jobs = readJobs()
    const work = await ledger.db.selectFrom('work').selectAll().where('state', '=', 'open').execute()
    await ledger.db.deleteFrom('work').execute()
    for (const { job, subject } of work) await jobs.get(job)?.run(subject, deps)
  }

  const waiting = (change: RequestChange = {}) =>
    ledger.write(async (tx) => {
      const { id: instanceId } = await instance(tx)
      const { titleId } = await title(tx)
      const state = { state: 'added', instanceId, arrId: 7, ...change } as const
      return { instanceId, id: (await request(tx, { titleId, change: state })).id }
    })

  const follow = async (queue: readonly QueueItem[], film: ArrFilm | undefined = FILM) => {
    const calls: string[] = []
    const arr = {
      queue: async () => {
        calls.push('queue')
        return queue
      },
      find: async () => {
        calls.push('find')
        return film
      },
    }
    await round(bench(ledger.db, { arr }).deps)
    return calls
  }

  it('asks nobody while nobody waits', async () => {
    await waiting({ state: 'available' })
    await waiting({ state: 'pending' })
    expect(await follow([])).toEqual([])
  })

  it('plans no visit where nobody waits', async () => {
    await waiting({ state: 'available' })
    const { instanceId } = await waiting()
    const { deps } = bench(ledger.db)
    await followDownloadsJob.run('', deps)
    const work = await ledger.db.selectFrom('work').select(['job', 'subject']).execute()
    expect(work).toEqual([{ job: 'follow-instance', subject: instanceId }])
    await ledger.db.deleteFrom('work').execute()
  })

  it('tells how far a download is, of the film that it belongs to', async () => {
    const { id } = await waiting()
    const eta = 1_900_000_000_000
    const calls = await follow([
      { arrId: 8, percent: 90, state: 'downloading' },
      { arrId: 7, percent: 41.7, eta, state: 'downloading' },
    ])
    expect(await findRequest(ledger.db, id)).toMatchObject({ state: 'downloading', percent: 42, eta })
    expect(calls).toEqual(['queue'])
  })

  it('says nothing of a download that only waits', async () => {
    const { id } = await waiting()
    await follow([{ arrId: 7, percent: 0, state: 'waiting' }])
    expect((await findRequest(ledger.db, id))?.state).toBe('added')
  })

  it('finds what was imported while no webhook came', async () => {
    const { id } = await waiting({ state: 'downloading', percent: 90 })
    await follow([], { ...FILM, hasFile: true })
    expect((await findRequest(ledger.db, id))?.state).toBe('available')
    const events = await ledger.db.selectFrom('outbox').select('name').where('subject', '=', id).execute()
    expect(events.map(({ name }) => name)).toEqual(['request.available'])
  })

  it('is a step aside for an instance in trouble, and none for the others', async () => {
    const first = await waiting()
    const second = await waiting()
    const { deps } = bench(ledger.db)
    const away = new Fault({ kind: 'unreachable', service: 'Films', operation: 'read the queue' })
    const radarr: typeof deps.radarr = (which) => {
      const arr = deps.radarr(which)
      return Object.assign(Object.create(arr) as typeof arr, {
        queue: async () => {
          if (which.id === first.instanceId) throw away
          return [{ arrId: 7, percent: 50, state: 'downloading' }]
        },
      })
    }
    await round({ ...deps, radarr })
    expect((await findRequest(ledger.db, first.id))?.state).toBe('added')
    expect(await findRequest(ledger.db, second.id)).toMatchObject({ state: 'downloading', percent: 50 })
  })

  it('does not hide a bug', async () => {
    await waiting()
    const arr = { queue: () => Promise.reject(new TypeError('undefined is not a function')) }
    await expect(round(bench(ledger.db, { arr }).deps)).rejects.toThrow(TypeError)
  })
})
