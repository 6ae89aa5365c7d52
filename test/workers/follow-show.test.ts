import { expect, it } from 'vitest'
import type { ArrEpisode, SonarrQueueItem } from '../../src/clients/arr/types.ts'
import { findRequest } from '../../src/db/queries/requests.ts'
import { findOpenTelling, listToldEpisodes } from '../../src/db/queries/tellings.ts'
import type { RequestChange } from '../../src/domain/requests/request.ts'
import { EMPTY_WISH } from '../../src/domain/seasons/wish.ts'
import { followShow } from '../../src/workers/follow-show.ts'
import { NOW } from '../actions/support/desk.ts'
import { showRequest } from '../actions/support/things.ts'
import { type Ledger, onEachDatabase } from '../db/support/ledger.ts'
import { bench } from './support/bench.ts'
import { fakeSonarr, season } from './support/fake-sonarr.ts'

const download = (more: Partial<SonarrQueueItem> = {}): SonarrQueueItem => ({
  arrId: 7,
  downloadId: 'a',
  season: 1,
  percent: 50,
  state: 'downloading',
  ...more,
})

/** A request for the first season, of which nothing was here when it was first looked at. */
const arrange = async (ledger: Ledger, change: RequestChange = {}) => {
  const fake = fakeSonarr(true, [...season(1, 4), ...season(2, 4)])
  const { deps, clock } = bench(ledger.db, { arr: fake.sonarr })
  const { id } = await ledger.write((tx) =>
    showRequest(tx, { state: 'added', arrId: 7, measuredAt: NOW, have: 0, total: 4, ...change }),
  )
  const now = () => findRequest(ledger.db, id)
  const follow = async (queue: readonly SonarrQueueItem[] = [], episodes?: readonly ArrEpisode[]) => {
    if (episodes !== undefined) fake.state.episodes = [...episodes]
    const request = await now()
    if (request === undefined) throw new Error('the request is gone')
    await followShow(deps.sonarr({} as never), request, queue, deps)
    return now()
  }
  return { ...fake, clock, id, now, follow }
}

onEachDatabase('following a show', (ledger) => {
  it('tells how far a download of an asked season is', async () => {
    const { follow } = await arrange(ledger)
    expect(await follow([download({ percent: 41.7, eta: NOW + 9 })])).toMatchObject({
      state: 'downloading',
      percent: 42,
      eta: NOW + 9,
    })
  })

  it('takes several downloads for one: their mean, and the latest end', async () => {
    const { follow } = await arrange(ledger)
    const queue = [
      download({ downloadId: 'a', percent: 10, eta: NOW + 9 }),
      download({ downloadId: 'b', percent: 30, eta: NOW + 99 }),
      download({ downloadId: 'c', percent: 50 }),
    ]
    expect(await follow(queue)).toMatchObject({ percent: 30, eta: NOW + 99 })
  })

  it('counts a pack once, though it stands in the queue for each of its episodes', async () => {
    const { follow } = await arrange(ledger)
    const pack = Array.from({ length: 9 }, () => download({ downloadId: 'pack', percent: 20 }))
    expect(await follow([...pack, download({ downloadId: 'single', percent: 80 })])).toMatchObject({
      percent: 50,
    })
  })

  it('counts each of those that have no number of their own', async () => {
    const { follow } = await arrange(ledger)
    const nameless = (percent: number): SonarrQueueItem => ({
      arrId: 7,
      season: 1,
      percent,
      state: 'downloading',
    })
    expect(await follow([nameless(20), nameless(40)])).toMatchObject({ percent: 30 })
  })

  it.each<[string, SonarrQueueItem]>([
    ['another show', download({ arrId: 8 })],
    ['a season that it doesn’t ask for', download({ season: 2 })],
    ['a download that only waits', download({ state: 'waiting' })],
  ])('is not moved by %s', async (_, item) => {
    const { follow } = await arrange(ledger)
    expect((await follow([item]))?.state).toBe('added')
  })

  it('is moved by a download of which nobody knows the season', async () => {
    const { follow } = await arrange(ledger)
    const { season: _, ...item } = download()
    expect((await follow([item]))?.state).toBe('downloading')
  })

  it('says that one of them waits for a person, in Sonarr’s words, whatever the others do', async () => {
    const { follow } = await arrange(ledger)
    const blocked = download({ downloadId: 'b', state: 'blocked', problem: 'No files found.' })
    expect(await follow([download(), blocked])).toMatchObject({
      state: 'downloading',
      trouble: { code: 'import-blocked', said: 'No files found.' },
    })
  })

  it('is looked for again when its download is gone for a while, and nothing came', async () => {
    const { follow, clock } = await arrange(ledger)
    await follow([download()])
    expect((await follow())?.state).toBe('downloading')
    clock.pass(200_000)
    const after = await follow()
    expect(after?.state).toBe('added')
    expect(after?.percent).toBeUndefined()
  })

  it('finds what was imported while no webhook came, and has it told', async () => {
    const { follow, id } = await arrange(ledger)
    expect(await follow([], [...season(1, 4, 3), ...season(2, 4, 4)])).toMatchObject({ have: 3, total: 4 })
    const told = await listToldEpisodes(ledger.db, id)
    expect(told.map((one) => `${one.season}.${one.episode}`).sort()).toEqual(['1.1', '1.2', '1.3'])
    expect(await findOpenTelling(ledger.db, id)).toMatchObject({ dueAt: NOW + 120_000 })
  })

  it('is ready when all of it is here', async () => {
    const { follow } = await arrange(ledger, { state: 'downloading', percent: 90 })
    expect(await follow([download({ percent: 100 })], season(1, 4, 4))).toMatchObject({
      state: 'available',
      have: 4,
    })
  })

  it('leaves alone what has no number there yet', async () => {
    const { id } = await ledger.write((tx) => showRequest(tx, { state: 'added' }))
    const { sonarr, calls } = fakeSonarr(true, season(1, 4, 4))
    const { deps } = bench(ledger.db, { arr: sonarr })
    const request = await findRequest(ledger.db, id)
    if (request === undefined) throw new Error('the request is gone')
    await followShow(deps.sonarr({} as never), request, [download()], deps)
    expect(calls).toEqual([])
  })

  it('hears of single episodes, where Sonarr says which, and else of their seasons', async () => {
    const wish = { ...EMPTY_WISH, episodes: [{ season: 2, episode: 1 }] }
    const { follow } = await arrange(ledger, { wish, total: 1 })
    for (const other of [{ season: 1 }, { season: 2, episodeId: 202 }])
      expect((await follow([download({ ...other, state: 'blocked' })]))?.state).toBe('added')
    expect(await follow([download({ season: 2, episodeId: 201 })])).toMatchObject({ state: 'downloading' })
    const unknown = download({ season: 2, episodeId: 999, state: 'blocked' })
    expect(await follow([unknown])).toMatchObject({ trouble: { code: 'import-blocked' } })
  })
})
