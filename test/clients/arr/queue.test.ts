import { describe, expect, it } from 'vitest'
import { createRadarr } from '../../../src/clients/arr/radarr.ts'
import { createSonarr } from '../../../src/clients/arr/sonarr.ts'
import { faultOf } from '../support/fault.ts'
import { testHttp } from '../support/http.ts'
import { json, serve } from '../support/serve.ts'

const queueOf = async (page: (number: number, size: number) => unknown) => {
  let calls = 0
  const url = await serve((request, response) => {
    calls += 1
    const { searchParams } = new URL(request.url ?? '', 'http://radarr')
    json(page(Number(searchParams.get('page')), Number(searchParams.get('pageSize'))))(request, response)
  })
  const settings = { url, apiKey: 'key', name: 'Radarr' }
  const radarr = createRadarr(settings, testHttp())
  const sonarr = createSonarr(settings, testHttp())
  return { read: () => radarr.queue(), readShows: () => sonarr.queue(), calls: () => calls }
}

const only = async (record: object) => {
  const { read } = await queueOf(() => ({ totalRecords: 1, records: [{ id: 1, movieId: 7, ...record }] }))
  return read()
}

describe('a download', () => {
  it.each([
    ['queued', undefined, undefined, 'waiting'],
    ['delay', undefined, undefined, 'waiting'],
    ['downloadClientUnavailable', undefined, undefined, 'waiting'],
    ['somethingNew', undefined, undefined, 'waiting'],
    ['paused', 'downloading', 'ok', 'paused'],
    ['downloading', 'downloading', 'ok', 'downloading'],
    ['warning', 'downloading', 'warning', 'downloading'],
    ['completed', 'downloading', 'ok', 'importing'],
    ['completed', 'importPending', 'ok', 'importing'],
    ['completed', 'importPending', 'warning', 'blocked'],
    ['completed', 'importBlocked', 'warning', 'blocked'],
    ['completed', 'importing', 'ok', 'importing'],
    ['failed', 'failedPending', 'error', 'failed'],
    ['failed', undefined, undefined, 'failed'],
  ])('%s, %s, %s is %s', async (status, trackedDownloadState, trackedDownloadStatus, state) => {
    const [item] = await only({ status, trackedDownloadState, trackedDownloadStatus })
    expect(item?.state).toBe(state)
  })

  it.each([
    [{ size: 1000, sizeleft: 250 }, 75],
    [{ size: 1000, sizeleft: 0 }, 100],
    [{ size: 1000, sizeleft: 2000 }, 0],
    [{ size: 1000 }, 0],
    [{ size: 0, sizeleft: 0 }, 0],
    [{ size: null, sizeleft: null }, 0],
  ])('of %j is at %d percent', async (record, percent) => {
    expect((await only(record))[0]?.percent).toBe(percent)
  })

  it('gives what it knows and leaves out what it does not', async () => {
    expect(await only({ downloadId: null, estimatedCompletionTime: null, statusMessages: null })).toEqual([
      { arrId: 7, percent: 0, state: 'waiting' },
    ])
    const statusMessages = [
      { title: 'Dune.2021', messages: ['Not an upgrade', 'No space'] },
      { title: 'Sample' },
    ]
    expect(
      await only({
        downloadId: 'A1',
        estimatedCompletionTime: '2026-01-02T03:04:05.1234567Z',
        statusMessages,
      }),
    ).toEqual([
      {
        arrId: 7,
        downloadId: 'A1',
        percent: 0,
        eta: Date.UTC(2026, 0, 2, 3, 4, 5, 123),
        state: 'waiting',
        problem: 'Not an upgrade No space Sample',
      },
    ])
  })

  it('of no film is left out', async () => {
    expect(await only({ movieId: null })).toEqual([])
    expect(await only({ movieId: 0 })).toEqual([])
  })
})

describe('a long queue', () => {
  const record = (id: number) => ({ id, movieId: id, status: 'queued' })
  const records = (page: number, size: number, total: number) =>
    Array.from({ length: Math.min(size, Math.max(0, total - (page - 1) * size)) }, (_, at) =>
      record((page - 1) * size + at + 1),
    )

  it('is read to its end', async () => {
    const { read, calls } = await queueOf((page, size) => ({
      totalRecords: 612,
      records: records(page, size, 612),
    }))
    expect(new Set((await read()).map(({ arrId }) => arrId)).size).toBe(612)
    expect(calls()).toBe(3)
  })

  it('of episodes is read to its end, packs and all', async () => {
    const episode = (one: { id: number }) => ({ ...one, seriesId: 7, seasonNumber: 0, episodeId: one.id })
    const { readShows, calls } = await queueOf((page, size) => ({
      totalRecords: 612,
      records: records(page, size, 612).map((one) => ({ ...episode(one), downloadId: 'PACK' })),
    }))
    const items = await readShows()
    expect(items).toHaveLength(612)
    expect(items[0]).toEqual({
      arrId: 7,
      season: 0,
      episodeId: 1,
      downloadId: 'PACK',
      percent: 0,
      state: 'waiting',
    })
    expect(new Set(items.map(({ episodeId }) => episodeId)).size).toBe(612)
    expect(calls()).toBe(3)
  })

  it('of episodes may hold what belongs to none', async () => {
    const rows = [{ id: 1 }, { id: 2, seriesId: 0 }, { id: 3, seriesId: 7, episodeId: 0, seasonNumber: null }]
    const { readShows } = await queueOf(() => ({ totalRecords: 3, records: rows }))
    expect(await readShows()).toEqual([{ arrId: 7, percent: 0, state: 'waiting' }])
  })

  it('names a download once that moved while it was read', async () => {
    const { read } = await queueOf((page, size) => ({
      totalRecords: size + 1,
      records: page === 1 ? records(1, size, size) : [record(1), record(size + 1)],
    }))
    expect((await read()).filter(({ arrId }) => arrId === 1)).toHaveLength(1)
  })

  it('ends when a page is empty, whatever the total says', async () => {
    const { read, calls } = await queueOf((page, size) => ({
      totalRecords: 1_000_000,
      records: page === 1 ? records(1, size, size) : [],
    }))
    expect(await read()).toHaveLength(250)
    expect(calls()).toBe(2)
  })

  it('without an end is a Fault, never a part of it', async () => {
    const { read, calls } = await queueOf((page, size) => ({
      totalRecords: Number.MAX_SAFE_INTEGER,
      records: records(page, size, Number.MAX_SAFE_INTEGER).slice(0, 2),
    }))
    expect(await faultOf(read())).toMatchObject({ kind: 'bad-shape', said: 'more than 40 pages' })
    expect(calls()).toBe(40)
  })
})
