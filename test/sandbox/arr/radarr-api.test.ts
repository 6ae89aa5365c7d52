import { describe, expect, it, vi } from 'vitest'
import { film, spec, start } from './radarr-support.ts'
import { type Body, connectionTo, createReceiver } from './support.ts'
import { BUNNY, SINTEL, TOMORROW } from './titles.ts'

describe('who may ask what', () => {
  it('refuses a missing or wrong key with 401 and not a byte', async () => {
    const { ask } = await start()
    for (const key of ['', 'wrong']) {
      const said = await ask('GET', 'system/status', undefined, { 'x-api-key': key })
      expect([said.status, said.text]).toEqual([401, ''])
    }
  })

  it('takes the key from the query and as a bearer too', async () => {
    const { radarr, ask } = await start()
    expect((await fetch(`${radarr.url}/api/v3/tag?apikey=${radarr.apiKey}`)).status).toBe(200)
    const bearer = await ask('GET', 'tag', undefined, {
      'x-api-key': '',
      authorization: `Bearer ${radarr.apiKey}`,
    })
    expect(bearer.status).toBe(401)
    expect(
      (await fetch(`${radarr.url}/api/v3/tag`, { headers: { authorization: `Bearer ${radarr.apiKey}` } }))
        .status,
    ).toBe(200)
  })

  it('answers ping to anyone', async () => {
    const { radarr } = await start()
    expect(await (await fetch(`${radarr.url}/PING`)).json()).toEqual({ status: 'OK' })
  })

  it('knows 404, 405 and 415', async () => {
    const { ask } = await start()
    expect((await ask('GET', 'nowhere')).status).toBe(404)
    expect((await ask('GET', 'movie/abc')).status).toBe(404)
    const wrongMethod = await ask('PATCH', 'movie')
    expect([wrongMethod.status, wrongMethod.headers.get('allow')]).toEqual([405, 'POST, GET'])
    expect((await ask('POST', 'tag', 'label=x', { 'content-type': 'text/plain' })).status).toBe(415)
  })

  it('sends whoever forgets the URL base elsewhere, and outside the API to the sign-in', async () => {
    const { radarr, ask } = await start({ urlBase: '/radarr' })
    expect((await ask('GET', '/api/v3/system/status')).json).toMatchObject({ urlBase: '/radarr' })
    const bare = await fetch(`${radarr.url.replace('/radarr', '')}/api/v3/tag`, {
      headers: { 'x-api-key': radarr.apiKey },
      redirect: 'manual',
    })
    expect([bare.status, bare.headers.get('location')]).toEqual([302, '/radarr/api/v3/tag'])
    expect((await ask('GET', '/')).headers.get('location')).toContain('/radarr/login')
  })

  it('sends its version with every answer of the API', async () => {
    const { ask } = await start({ version: '5.2.6.8376' })
    expect((await ask('GET', 'SYSTEM/Status')).headers.get('x-application-version')).toBe('5.2.6.8376')
  })
})

describe('every route answers as the specification says', () => {
  it('system, shelves, commands', async () => {
    const { radarr, ask } = await start()
    await ask('GET', '/api')
    await ask('GET', '/ping')
    await ask('GET', 'system/status')
    await radarr.healthIssue({
      source: 'IndexerRssCheck',
      type: 'warning',
      message: 'None',
      wikiUrl: 'https://wiki.example/x',
    })
    await ask('GET', 'health')
    await ask('GET', 'diskspace')
    await ask('GET', 'qualityprofile')
    await ask('GET', 'qualityprofile/4')
    await ask('GET', 'rootfolder')
    const folder = (await ask('POST', 'rootfolder', { path: '/data/more' })).json as Body
    await ask('GET', `rootfolder/${folder.id}`)
    await ask('DELETE', `rootfolder/${folder.id}`)
    const tag = (await ask('POST', 'tag', { label: 'Requested-Alice' })).json as Body
    expect(tag).toEqual({ id: 2, label: 'requested-alice' })
    expect((await ask('POST', 'tag', { label: 'REQUESTED-alice' })).json).toEqual(tag)
    await ask('GET', 'tag')
    await ask('GET', 'tag/2')
    await ask('PUT', 'tag/2', { id: 2, label: 'Bob' })
    await ask('DELETE', 'tag/2')
    const command = (await ask('POST', 'command', { name: 'moviessearch', movieIds: [] })).json as Body
    expect(command).toMatchObject({ name: 'MoviesSearch', status: 'queued' })
    await vi.waitFor(async () =>
      expect((await ask('GET', `command/${command.id}`)).json).toMatchObject({ status: 'completed' }),
    )
    await ask('GET', 'command')
    expect((await ask('POST', 'command', { name: 'Nonsense' })).status).toBe(500)
    await ask('GET', 'importlist')
    await ask('POST', 'importlist', { name: 'List', implementation: 'RSSImport' })
    await ask('DELETE', 'importlist/1')
  })

  it('films, lookups, files', async () => {
    const { radarr, ask } = await start()
    expect((await ask('POST', 'movie', film(BUNNY.tmdbId))).status).toBe(201)
    await radarr.grab(BUNNY.tmdbId)
    await radarr.import(BUNNY.tmdbId)
    radarr.have(SINTEL.tmdbId)
    expect((await ask('GET', 'movie')).json).toHaveLength(2)
    expect((await ask('GET', `movie?tmdbId=${BUNNY.tmdbId}`)).json).toMatchObject([
      { hasFile: true, movieFile: { id: 1 } },
    ])
    expect((await ask('GET', 'movie?tmdbId=1')).json).toEqual([])
    await ask('GET', 'movie/1')
    const known = (await ask('GET', `movie/lookup?term=tmdb:${BUNNY.tmdbId}`)).json as Body[]
    expect(known).toMatchObject([{ id: 1, title: 'Big Buck Bunny' }])
    const words = (await ask('GET', 'movie/lookup?term=sintel')).json as Body[]
    expect(words.map(({ tmdbId, id }) => [tmdbId, id])).toEqual([
      [SINTEL.tmdbId, 2],
      [TOMORROW.tmdbId, undefined],
    ])
    expect((await ask('GET', 'movie/lookup?term=imdb:tt1254207')).json).toHaveLength(1)
    expect((await ask('GET', 'movie/lookup?term=tmdb:1')).json).toEqual([])
    expect((await ask('GET', 'movie/lookup?term=')).status).toBe(503)
    expect((await ask('GET', `movie/lookup/tmdb?tmdbId=${BUNNY.tmdbId}`)).json).not.toHaveProperty('id')
    expect((await ask('GET', 'movie/lookup/tmdb?tmdbId=1')).status).toBe(500)
    await ask('GET', 'movie/lookup/imdb?imdbId=tt1254207')
    await ask('GET', 'moviefile?movieId=1')
    await ask('GET', 'wanted/missing')
    await ask('PUT', 'movie/1', film(BUNNY.tmdbId, { id: 1, path: '/data/movies/Bunny' }))
    await ask('PUT', 'movie/editor', { movieIds: [1, 2], monitored: false, tags: [1], applyTags: 'remove' })
    expect((await ask('GET', 'movie/1')).json).toMatchObject({
      monitored: false,
      tags: [],
      path: '/data/movies/Bunny',
    })
    await ask('DELETE', 'moviefile/1')
    await ask('DELETE', 'movie/1?addImportExclusion=true')
    await ask('DELETE', 'movie/editor', { movieIds: [2] })
    expect((await ask('GET', 'movie')).json).toEqual([])
    await ask('POST', 'exclusions', { tmdbId: 1, movieTitle: 'No', movieYear: 2000 })
    expect((await ask('GET', 'exclusions')).json).toHaveLength(2)
    await ask('GET', 'exclusions/paged')
    await ask('DELETE', 'exclusions/1')
  })

  it('queue, history, connections', async () => {
    const { radarr, ask } = await start()
    radarr.have(BUNNY.tmdbId)
    await radarr.grab(BUNNY.tmdbId, { protocol: 'torrent', takes: 100_000 })
    radarr.progress(BUNNY.tmdbId, 25)
    const queue = (await ask('GET', 'queue?includeMovie=true')).json as Body
    expect(queue).toMatchObject({
      page: 1,
      pageSize: 10,
      totalRecords: 1,
      records: [{ status: 'downloading', timeleft: '00:01:15' }],
    })
    await ask('GET', 'queue/details?movieId=1')
    await ask('GET', 'queue/status')
    await radarr.blockImport(BUNNY.tmdbId, 'Not a video')
    expect((await ask('GET', 'queue')).json).toMatchObject({
      records: [{ trackedDownloadState: 'importBlocked', statusMessages: [{ messages: ['Not a video'] }] }],
    })
    await ask('DELETE', 'queue/1?blocklist=true&skipRedownload=true')
    await ask('GET', 'history?pageSize=1&sortKey=date&sortDirection=descending&includeMovie=true')
    const since = (await ask('GET', 'history/since?date=2000-01-01T00:00:00Z')).json as Body[]
    expect(since.map(({ eventType }) => eventType)).toEqual(['grabbed', 'downloadFailed'])
    await ask('GET', 'history/movie?movieId=1&eventType=grabbed')

    const receiver = await createReceiver()
    await ask('GET', 'notification/schema')
    expect((await ask('POST', 'notification', connectionTo(receiver.url, ['onGrab']))).status).toBe(201)
    await ask('GET', 'notification')
    await ask('GET', 'notification/1')
    await ask('PUT', 'notification/1', connectionTo(receiver.url, ['onDownload']))
    await ask('POST', 'notification/test', connectionTo(receiver.url, ['onDownload'], { id: 1 }))
    expect((await ask('DELETE', 'notification/1')).json).toEqual({})
  })

  it('and what is seldom asked for', async () => {
    const { ask } = await start({ clock: { rate: 0.01 } })
    await ask('HEAD', '/ping')
    await ask('POST', 'command', { name: 'RssSync' })
    expect((await ask('DELETE', 'command/1')).status).toBe(200)
    expect((await ask('DELETE', 'queue/bulk', { ids: [] })).json).toEqual({})
  })

  it.skipIf(!spec)('and none was left out', async () => {
    const { radarr } = await start()
    expect([...(spec?.covered ?? [])].sort()).toEqual([...radarr.operations].sort())
  })
})
