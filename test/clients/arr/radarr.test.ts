import { describe, expect, it } from 'vitest'
import { createRadarr } from '../../../src/clients/arr/radarr.ts'
import { refText } from '../../../src/domain/titles/title.ts'
import { faultOf } from '../support/fault.ts'
import { ARRIVAL, DUNE, withRadarr } from '../support/radarr.ts'

const FOLDER = '/data/movies'

const dune = (more = {}) => ({
  tmdbId: DUNE.tmdbId,
  title: DUNE.title,
  year: DUNE.year,
  profileId: 1,
  folder: FOLDER,
  tagIds: [1],
  minimumAvailability: 'released' as const,
  ...more,
})

describe('what a Radarr is and offers', () => {
  it('tells its name and version', async () => {
    const { radarr } = await withRadarr({ version: '5.14.0.9383' })
    expect(await radarr.status()).toEqual({ app: 'Radarr', version: '5.14.0.9383' })
  })

  it('lists profiles, folders and tags', async () => {
    const { stand, radarr } = await withRadarr({ rootFolders: [FOLDER, '/data/4k'], tags: ['Kids', 'films'] })
    const [first] = stand.state.rootFolders
    if (first) first.accessible = false
    expect(await radarr.folders()).toEqual([
      { path: FOLDER, accessible: false },
      { path: '/data/4k', accessible: true, freeBytes: expect.any(Number) },
    ])
    expect((await radarr.tags()).map(({ label }) => label).sort()).toEqual(['films', 'kids'])
    const profiles = await radarr.profiles()
    expect(profiles.length).toBeGreaterThan(0)
    for (const profile of profiles)
      expect(profile).toEqual({ id: expect.any(Number), name: expect.any(String) })
  })

  it.each(['', '/', '//', '/radarr', '/radarr/', '//radarr//'])(
    'is reached with "%s" after its host',
    async (path) => {
      const { stand, http } = await withRadarr({ urlBase: path.includes('radarr') ? '/radarr' : '' })
      const url = `${new URL(stand.url).origin.replace('http', 'HTTP')}${path}`
      const radarr = createRadarr({ url: ` ${url} `, apiKey: ` ${stand.apiKey}\n`, name: 'Radarr' }, http)
      expect((await radarr.status()).app).toBe('Radarr')
    },
  )

  it.each(['', 'radarr', 'localhost:7878', 'ftp://localhost', 'http://user:pass@localhost', 'http://'])(
    'is not called at "%s"',
    async (url) => {
      const { http } = await withRadarr()
      const fault = await faultOf(createRadarr({ url, apiKey: 'key', name: 'Radarr' }, http).status())
      expect(fault).toMatchObject({ kind: 'rejected', code: 'address-invalid' })
    },
  )

  it('is not called with a key that no key can be', async () => {
    const { http, settings } = await withRadarr()
    const radarr = createRadarr({ ...settings, apiKey: '••••••••' }, http)
    expect(await faultOf(radarr.status())).toMatchObject({ kind: 'unauthorised', code: 'key-invalid' })
  })

  it('refuses a wrong key', async () => {
    const { http, settings } = await withRadarr()
    const apiKey = 'c0ffee00c0ffee00c0ffee00c0ffee00'
    const fault = await faultOf(createRadarr({ ...settings, apiKey }, http).profiles())
    expect(fault).toMatchObject({
      kind: 'unauthorised',
      service: 'Radarr',
      operation: 'list the quality profiles',
    })
    expect(JSON.stringify(fault)).not.toContain(apiKey)
  })
})

describe('films', () => {
  it('are found in the library, and only there', async () => {
    const { stand, radarr } = await withRadarr()
    expect(await radarr.find(DUNE.tmdbId)).toBeUndefined()
    stand.have(DUNE.tmdbId, { file: true, monitored: false })
    expect(await radarr.find(DUNE.tmdbId)).toEqual({
      arrId: 1,
      title: 'Dune',
      monitored: false,
      hasFile: true,
    })
    expect(await radarr.find(ARRIVAL.tmdbId)).toBeUndefined()
  })

  it('are looked up by words and by number', async () => {
    const { radarr } = await withRadarr()
    const [first] = await radarr.lookup('dune')
    expect(first).toMatchObject({ name: 'Dune', year: 2021 })
    expect(first && refText(first.ref)).toBe('film-tmdb-438631')
    expect(await radarr.lookup('nothing of that name')).toEqual([])
    expect(await radarr.title(DUNE.tmdbId)).toMatchObject({
      kind: 'film',
      ids: { tmdb: '438631', imdb: 'tt1160419' },
      name: 'Dune',
      year: 2021,
      runtimeMinutes: 155,
      genres: ['Science Fiction', 'Adventure'],
      certification: 'PG-13',
      overview: DUNE.overview,
      releases: {
        cinema: Date.UTC(2021, 8, 15),
        digital: Date.UTC(2021, 9, 22),
        physical: Date.UTC(2022, 0, 11),
      },
    })
    expect(await radarr.title(1)).toBeUndefined()
  })

  it('are added with everything Radarr wants, and searched for', async () => {
    const { stand, radarr } = await withRadarr()
    const arrId = await radarr.add(dune({ minimumAvailability: 'inCinemas' }))
    expect(stand.movie(DUNE.tmdbId)).toMatchObject({
      id: arrId,
      monitored: true,
      qualityProfileId: 1,
      tags: [1],
      minimumAvailability: 'inCinemas',
    })
    expect(await radarr.find(DUNE.tmdbId)).toMatchObject({ arrId, monitored: true, hasFile: false })
  })

  it('are a conflict when they were added already', async () => {
    const { stand, radarr } = await withRadarr()
    stand.have(DUNE.tmdbId)
    const fault = await faultOf(radarr.add(dune()))
    expect(fault).toMatchObject({ kind: 'conflict', status: 400, said: 'This movie has already been added' })
  })

  it('tell when the profile or folder is gone', async () => {
    const { stand, radarr } = await withRadarr()
    expect(await faultOf(radarr.add(dune({ profileId: 99 })))).toMatchObject({
      kind: 'rejected',
      code: 'profile-gone',
      said: 'Quality Profile does not exist',
    })
    stand.removeRootFolder(FOLDER)
    expect(await faultOf(radarr.add(dune()))).toMatchObject({
      kind: 'rejected',
      code: 'folder-gone',
      said: `Root folder '${FOLDER}' does not exist`,
    })
  })

  it('tell when nobody knows them', async () => {
    const { radarr } = await withRadarr()
    const fault = await faultOf(radarr.add(dune({ tmdbId: 7 })))
    expect(fault.kind).toBe('rejected')
    expect(fault.said).toContain('not found')
  })

  it('are there after an answer that broke off', async () => {
    const { stand, radarr } = await withRadarr()
    stand.reset(1)
    expect(await faultOf(radarr.add(dune()))).toMatchObject({ kind: 'unreachable' })
    expect(await radarr.find(DUNE.tmdbId)).toMatchObject({ monitored: true })
  })

  it('are monitored without a change to anything else', async () => {
    const { stand, radarr } = await withRadarr()
    const before = structuredClone(stand.have(DUNE.tmdbId, { monitored: false, tags: [1] }))
    await radarr.monitor(before.id)
    expect(stand.movie(DUNE.tmdbId)).toEqual({ ...before, monitored: true })
    const calls = stand.calls.length
    await radarr.monitor(before.id)
    expect(stand.calls.slice(calls).map(({ method }) => method)).toEqual(['GET'])
  })

  it('are searched for on demand, and remember when', async () => {
    const { stand, radarr } = await withRadarr()
    const { id } = stand.have(DUNE.tmdbId)
    await radarr.search(id)
    await stand.advance(60_000)
    expect(stand.state.commands.map(({ name }) => name)).toContain('MoviesSearch')
    expect((await radarr.find(DUNE.tmdbId))?.lastSearchAt).toEqual(expect.any(Number))
  })
})

describe('downloads', () => {
  it('are told with percent and state', async () => {
    const { stand, radarr } = await withRadarr()
    const { id } = stand.have(DUNE.tmdbId)
    expect(await radarr.queue()).toEqual([])
    const { downloadId } = await stand.grab(DUNE.tmdbId)
    stand.progress(DUNE.tmdbId, 40)
    const [item] = await radarr.queue()
    expect(item).toMatchObject({ arrId: id, downloadId, state: 'downloading' })
    expect(item?.percent).toBeCloseTo(40, 0)
    stand.pause(DUNE.tmdbId)
    expect(await radarr.queue()).toMatchObject([{ state: 'paused' }])
  })

  it('say what is wrong', async () => {
    const { stand, radarr } = await withRadarr()
    stand.have(DUNE.tmdbId)
    await stand.grab(DUNE.tmdbId)
    stand.stall(DUNE.tmdbId)
    expect(await radarr.queue()).toMatchObject([
      { state: 'downloading', problem: 'The download is stalled with no connections' },
    ])
    await stand.blockImport(DUNE.tmdbId, 'Wrong title')
    expect(await radarr.queue()).toMatchObject([
      { state: 'blocked', problem: expect.stringContaining('Wrong title') },
    ])
  })

  it('leave a history', async () => {
    const { stand, radarr } = await withRadarr()
    const { id } = stand.have(DUNE.tmdbId)
    const start = stand.clock.now()
    await stand.grab(DUNE.tmdbId)
    await stand.import(DUNE.tmdbId)
    await stand.deleteFile(DUNE.tmdbId)
    const events = await radarr.historySince(start - 1_000)
    expect(events.map(({ arrId, what }) => [arrId, what])).toEqual([
      [id, 'grabbed'],
      [id, 'imported'],
      [id, 'file-deleted'],
    ])
    expect(events[0]?.downloadId).toBe(events[1]?.downloadId)
    await stand.advance(60_000)
    expect(await radarr.historySince(stand.clock.now() - 1_000)).toEqual([])
  })

  it('say why one failed, and which file made way for a better one', async () => {
    const { stand, radarr } = await withRadarr()
    stand.have(DUNE.tmdbId)
    const start = stand.clock.now()
    await stand.grab(DUNE.tmdbId)
    stand.fail(DUNE.tmdbId, 'Missing parts')
    await stand.grab(DUNE.tmdbId)
    await stand.import(DUNE.tmdbId)
    await stand.upgrade(DUNE.tmdbId)
    await stand.deleteFile(DUNE.tmdbId)
    const events = await radarr.historySince(start - 1_000)
    expect(events.filter(({ what }) => what === 'failed').map(({ said }) => said)).toEqual(['Missing parts'])
    expect(events.filter(({ what }) => what === 'file-deleted').map(({ upgrade }) => upgrade)).toEqual([
      true,
      undefined,
    ])
  })
})
