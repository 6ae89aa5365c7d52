import { describe, expect, it, vi } from 'vitest'
import type { SonarrStandIn } from '../../../sandbox/arr/sonarr/start.ts'
import { createSonarr } from '../../../src/clients/arr/sonarr.ts'
import type { Sonarr } from '../../../src/clients/arr/types.ts'
import type { CallOptions } from '../../../src/clients/http/types.ts'
import { faultOf } from '../support/fault.ts'
import { testHttp } from '../support/http.ts'
import { json, serve } from '../support/serve.ts'
import { lighthouse, monitored, switchOff, toAdd, withSonarr } from '../support/sonarr.ts'

const { tvdbId } = lighthouse()

type Given = (sonarr: Sonarr, options?: CallOptions) => Promise<unknown>

const CALLS: [string, Given][] = [
  ['status', (sonarr, options) => sonarr.status(options)],
  ['find', (sonarr, options) => sonarr.find(tvdbId, options)],
  ['episodes', (sonarr, options) => sonarr.episodes(1, options)],
  ['lookup', (sonarr, options) => sonarr.lookup('lighthouse', options)],
  ['title', (sonarr, options) => sonarr.title(tvdbId, options)],
  ['add', (sonarr, options) => sonarr.add(toAdd(), options)],
  ['monitor', (sonarr, options) => sonarr.monitor(1, { seasons: [1], future: true }, options)],
  ['monitorEpisodes', (sonarr, options) => sonarr.monitorEpisodes([1], options)],
  ['searchSeason', (sonarr, options) => sonarr.searchSeason(1, 1, options)],
  ['searchEpisodes', (sonarr, options) => sonarr.searchEpisodes([1], options)],
  ['queue', (sonarr, options) => sonarr.queue(options)],
  ['historySince', (sonarr, options) => sonarr.historySince(0, options)],
]
/** Those whose success says nothing that is read. */
const UNREAD = ['monitorEpisodes', 'searchSeason', 'searchEpisodes']
const READING = CALLS.filter(([name]) => !UNREAD.includes(name))

describe('every call', () => {
  it.each(CALLS)('%s throws a Fault for a key that is not known', async (_name, call) => {
    const { http, settings } = await withSonarr()
    const apiKey = 'c0ffee00c0ffee00c0ffee00c0ffee00'
    const fault = await faultOf(call(createSonarr({ ...settings, apiKey }, http)))
    expect(fault).toMatchObject({ kind: 'unauthorised', service: 'Sonarr', status: 401 })
    expect(JSON.stringify(fault)).not.toContain(apiKey)
  })

  it.each(CALLS)('%s throws a Fault for a server in trouble', async (_name, call) => {
    const { stand, sonarr } = await withSonarr()
    stand.answer('/api/v3/', 503, { message: 'database is locked' })
    expect(await faultOf(call(sonarr))).toMatchObject({ kind: 'server', said: 'database is locked' })
  })

  it.each(READING)('%s throws a Fault for a web page', async (_name, call) => {
    const { stand, sonarr } = await withSonarr()
    stand.html()
    expect(await faultOf(call(sonarr))).toMatchObject({ kind: 'bad-shape', said: 'a web page' })
  })

  it.each(READING)('%s throws a Fault for half an answer', async (_name, call) => {
    const url = await serve((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).end('[{"id": 1, "tit')
    })
    const sonarr = createSonarr({ url, apiKey: 'key', name: 'Sonarr' }, testHttp())
    expect(await faultOf(call(sonarr))).toMatchObject({ kind: 'bad-shape', said: 'broken JSON' })
  })

  it.each(READING)('%s throws a Fault for another shape', async (_name, call) => {
    const url = await serve(json({ hello: ['world'] }))
    const sonarr = createSonarr({ url, apiKey: 'key', name: 'Sonarr' }, testHttp())
    expect(await faultOf(call(sonarr))).toMatchObject({ kind: 'bad-shape' })
  })

  it.each(CALLS)('%s ends when it is given up', async (_name, call) => {
    const { stand, sonarr } = await withSonarr()
    stand.hang()
    const fault = await faultOf(call(sonarr, { signal: AbortSignal.timeout(50) }))
    expect(fault).toMatchObject({ kind: 'timeout', code: 'aborted' })
  })
})

describe('an add', () => {
  it('is a conflict when the show is there already', async () => {
    const { stand, sonarr } = await withSonarr()
    stand.have(tvdbId)
    expect(await faultOf(sonarr.add(toAdd()))).toMatchObject({
      kind: 'conflict',
      status: 400,
      said: 'This series has already been added',
    })
  })

  it.each([
    ['sqlite', { kind: 'conflict', status: 409 }],
    ['postgres', { kind: 'server', status: 500 }],
  ] as const)('that loses a race finds the show there (%s)', async (database, fault) => {
    const { stand, sonarr } = await withSonarr({ database })
    stand.conflict()
    expect(await faultOf(sonarr.add(toAdd()))).toMatchObject(fault)
    expect(await sonarr.find(tvdbId)).toMatchObject({ tvdbId })
  })

  it('tells when the profile or folder is gone', async () => {
    const { stand, sonarr } = await withSonarr()
    expect(await faultOf(sonarr.add(toAdd({ profileId: 99 })))).toMatchObject({
      kind: 'rejected',
      code: 'profile-gone',
      said: 'Quality Profile does not exist',
    })
    stand.removeRootFolder('/data/tv')
    expect(await faultOf(sonarr.add(toAdd()))).toMatchObject({
      kind: 'rejected',
      code: 'folder-gone',
      said: "Root folder '/data/tv' does not exist",
    })
  })

  it('tells when nobody knows the show', async () => {
    const { sonarr } = await withSonarr()
    const fault = await faultOf(sonarr.add(toAdd({ tvdbId: 7 })))
    expect(fault).toMatchObject({ kind: 'rejected', said: expect.stringContaining('not found') })
  })

  it('sends nothing when the seasons can not be looked up', async () => {
    const { stand, sonarr } = await withSonarr()
    stand.answer('series/lookup', 503, { message: 'Unable to communicate with SkyHook.' })
    expect(await faultOf(sonarr.add(toAdd()))).toMatchObject({
      kind: 'server',
      operation: 'search for shows',
    })
    expect(stand.adds(tvdbId).attempts).toBe(0)
  })

  /** Until Sonarr has been told of the show, and asks its metadata service. */
  const underWay = (stand: SonarrStandIn) =>
    vi.waitFor(() => expect(stand.adds(tvdbId)).toEqual({ attempts: 1, effective: 0 }))

  it('that was given up has come to pass all the same', async () => {
    const { stand, sonarr } = await withSonarr()
    stand.late(300)
    const given = new AbortController()
    const adding = faultOf(sonarr.add(toAdd(), { signal: given.signal }))
    await underWay(stand)
    given.abort()
    expect(await adding).toMatchObject({ kind: 'timeout', operation: 'add a show' })
    await vi.waitFor(async () => expect(await sonarr.find(tvdbId)).toMatchObject({ monitored: true }))
    expect(stand.adds(tvdbId)).toEqual({ attempts: 1, effective: 1 })
  })

  it('has come to pass after an answer that broke off', async () => {
    const { stand, sonarr } = await withSonarr()
    stand.late(300)
    const adding = faultOf(sonarr.add(toAdd()))
    await underWay(stand)
    stand.reset(1)
    expect(await adding).toMatchObject({ kind: 'unreachable', operation: 'add a show' })
    expect(await sonarr.find(tvdbId)).toMatchObject({ monitored: true })
  })
})

describe('monitoring', () => {
  it('of a show that is gone is not-found, and writes nothing', async () => {
    const { stand, sonarr } = await withSonarr()
    const fault = await faultOf(sonarr.monitor(99, { seasons: [1], future: false }))
    expect(fault).toMatchObject({ kind: 'not-found', operation: 'read a show' })
    expect(stand.calls.map(({ method }) => method)).toEqual(['GET'])
  })

  it('that fails changes nothing', async () => {
    const { stand, sonarr } = await withSonarr()
    const { id } = stand.have(tvdbId)
    switchOff(stand, tvdbId)
    stand.answer('PUT /api/v3/series', 500, { message: 'disk I/O error' })
    const fault = await faultOf(sonarr.monitor(id, { seasons: [1], future: false }))
    expect(fault).toMatchObject({ kind: 'server', operation: 'monitor a show', said: 'disk I/O error' })
    expect(monitored(stand, tvdbId)).toEqual([])
  })

  it('of episodes of which one is gone tells so', async () => {
    const { stand, sonarr } = await withSonarr()
    stand.have(tvdbId)
    expect(await faultOf(sonarr.monitorEpisodes([99]))).toMatchObject({ kind: 'not-found' })
    expect(await faultOf(sonarr.monitorEpisodes([1, 99]))).toMatchObject({ kind: 'server' })
  })
})

it('a show without counts, marks and names is taken as it is', async () => {
  const bare = { id: 3, tvdbId, monitored: true }
  const url = await serve(json([bare, { ...bare, id: 4, tvdbId: 7 }]))
  const sonarr = createSonarr({ url, apiKey: 'key', name: 'Sonarr' }, testHttp())
  const show = { arrId: 3, tvdbId, title: '', monitored: true, monitorsNew: false, ended: false, seasons: [] }
  expect(await sonarr.find(tvdbId)).toEqual(show)
  expect(await sonarr.find(1)).toBeUndefined()
  expect(await sonarr.title(tvdbId)).toEqual({
    kind: 'show',
    ids: { tvdb: '410001' },
    name: '',
    genres: [],
    releases: {},
    seasons: [],
  })
})
