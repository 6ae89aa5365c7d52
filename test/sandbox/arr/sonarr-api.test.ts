import { describe, expect, it, vi } from 'vitest'
import { show, spec, start } from './sonarr-support.ts'
import { type Body, connectionTo, createReceiver } from './support.ts'
import { PIONEER } from './titles.ts'

const { tvdbId } = PIONEER

describe('every route answers as the specification says', () => {
  it('system, shelves, commands', async () => {
    const { sonarr, ask } = await start()
    await ask('GET', '/api')
    await ask('GET', '/ping')
    expect((await ask('GET', 'system/status')).json).toMatchObject({
      appName: 'Sonarr',
      version: '4.0.19.2979',
    })
    await sonarr.healthIssue({
      source: 'IndexerRssCheck',
      type: 'error',
      message: 'None',
      wikiUrl: 'https://wiki.example/x',
    })
    await ask('GET', 'health')
    await ask('GET', 'diskspace')
    await ask('GET', 'qualityprofile')
    await ask('GET', 'qualityprofile/4')
    await ask('GET', 'rootfolder')
    await ask('GET', 'rootfolder/1')
    await ask('GET', 'tag')
    await ask('POST', 'tag', { label: 'Bob' })
    expect((await ask('GET', 'languageprofile')).json).toMatchObject([{ id: 1, name: 'Deprecated' }])
    await ask('GET', 'languageprofile/1')
    await ask('GET', 'importlist')
    const { id } = (await ask('POST', 'command', { name: 'RssSync' })).json as Body
    await ask('GET', 'command')
    await ask('GET', `command/${id}`)
  })

  it('shows, seasons, episodes, files', async () => {
    const { sonarr, ask } = await start()
    expect((await ask('POST', 'series', show(tvdbId))).status).toBe(201)
    await vi.waitFor(async () => expect((await ask('GET', 'episode?seriesId=1')).json).toHaveLength(6))
    await sonarr.grab(tvdbId, { season: 1 })
    await sonarr.import(tvdbId)
    const series = (await ask('GET', 'series/1')).json as Body
    expect(series).toMatchObject({
      statistics: {
        seasonCount: 2,
        episodeFileCount: 3,
        episodeCount: 5,
        totalEpisodeCount: 6,
        percentOfEpisodes: 60,
      },
      seasons: [
        { seasonNumber: 0, monitored: false },
        { seasonNumber: 1, monitored: true, statistics: { episodeFileCount: 3, percentOfEpisodes: 100 } },
        { seasonNumber: 2, monitored: true, statistics: { episodeFileCount: 0 } },
      ],
    })
    expect((await ask('GET', `series?tvdbId=${tvdbId}`)).json).toHaveLength(1)
    expect((await ask('GET', 'series')).json).toHaveLength(1)
    for (const term of [`tvdb:${tvdbId}`, 'tmdb:33110', 'imdb:tt1748166', 'pioneer one 2010'])
      expect((await ask('GET', `series/lookup?term=${term}`)).json).toMatchObject([
        { id: 1, statistics: { episodeFileCount: 0 } },
      ])
    expect((await ask('GET', 'series/lookup?term=tvdb:1')).json).toEqual([])
    await ask('GET', 'episode?seriesId=1&seasonNumber=1&includeSeries=true&includeEpisodeFile=true')
    expect((await ask('GET', 'episode')).status).toBe(400)
    const files = (await ask('GET', 'episodefile?seriesId=1')).json as Body[]
    expect(files).toHaveLength(3)
    await ask('GET', `episodefile/${files[0]?.id}`)
    await ask('DELETE', `episodefile/${files[0]?.id}`)
    await ask('DELETE', 'episodefile/bulk', { episodeFileIds: [files[1]?.id] })
    const { id } = sonarr.episodes(tvdbId, { season: 1, episode: 1 })[0] ?? { id: 0 }
    expect((await ask('GET', `episode/${id}`)).json).toMatchObject({ hasFile: false })
    await ask('PUT', `episode/${id}`, { monitored: false })
    expect((await ask('PUT', 'episode/monitor', { episodeIds: [id], monitored: true })).json).toMatchObject([
      { id, monitored: true },
    ])
    await ask('GET', 'wanted/missing?includeSeries=true')
    await ask('PUT', 'series/1', { ...series, seriesType: 'anime' })
    await ask('PUT', 'series/editor', { seriesIds: [1], tags: [1], applyTags: 'remove' })
    await ask('POST', 'seasonpass', {
      series: [{ id: 1, monitored: true }],
      monitoringOptions: { monitor: 'pilot' },
    })
    expect(sonarr.state.episodes.filter(({ monitored }) => monitored)).toHaveLength(1)
    await ask('DELETE', 'series/1?addImportListExclusion=true')
    expect((await ask('GET', 'episode?seriesId=1')).json).toEqual([])
    await ask('POST', 'importlistexclusion', { tvdbId: 1, title: 'No' })
    expect((await ask('GET', 'importlistexclusion')).json).toHaveLength(2)
    await ask('GET', 'importlistexclusion/paged')
    await ask('DELETE', 'importlistexclusion/1')
  })

  it('queue, history, connections', async () => {
    const { sonarr, ask } = await start()
    sonarr.have(tvdbId)
    await sonarr.grab(tvdbId, { season: 1 }, { takes: 100_000 })
    sonarr.progress(tvdbId, 50)
    const queue = (await ask('GET', 'queue?includeSeries=true&includeEpisode=true')).json as {
      records: Body[]
    }
    expect(queue).toMatchObject({
      totalRecords: 3,
      records: [{ seasonNumber: 1, timeleft: '00:00:50', episodeHasFile: false }, {}, {}],
    })
    expect(new Set(queue.records.map(({ downloadId }) => downloadId)).size).toBe(1)
    expect(new Set(queue.records.map(({ id }) => id)).size).toBe(3)
    await ask('GET', 'queue/details?seriesId=1')
    await ask('GET', 'queue/status')
    await sonarr.blockImport(tvdbId)
    await ask('DELETE', `queue/${queue.records[1]?.id}?blocklist=true&skipRedownload=true`)
    expect((await ask('GET', 'queue')).json).toMatchObject({ totalRecords: 0 })
    await ask('GET', 'history?includeSeries=true&includeEpisode=true&sortKey=date&sortDirection=descending')
    const since = (await ask('GET', 'history/since?date=2000-01-01T00:00:00Z&eventType=4')).json as Body[]
    expect(since.map(({ eventType }) => eventType)).toEqual([
      'downloadFailed',
      'downloadFailed',
      'downloadFailed',
    ])
    expect((await ask('GET', 'history/series?seriesId=1&seasonNumber=2')).json).toEqual([])

    const receiver = await createReceiver()
    await ask('GET', 'notification/schema')
    expect((await ask('POST', 'notification', connectionTo(receiver.url, ['onSeriesAdd']))).status).toBe(201)
    await ask('GET', 'notification')
    await ask('GET', 'notification/1')
    await ask('PUT', 'notification/1', connectionTo(receiver.url, ['onImportComplete']))
    await ask('POST', 'notification/test', connectionTo(receiver.url, [], { id: 1 }))
    expect((await ask('DELETE', 'notification/1')).json).toEqual({})
  })

  it('and what is seldom asked for', async () => {
    const { sonarr, ask } = await start({ clock: { rate: 0.01 } })
    await ask('HEAD', '/ping')
    await ask('POST', 'command', { name: 'RssSync' })
    expect((await ask('DELETE', 'command/1')).status).toBe(200)
    expect((await ask('DELETE', 'queue/bulk', { ids: [] })).json).toEqual({})
    await ask('POST', 'rootfolder', { path: '/data/more' })
    await ask('DELETE', 'rootfolder/2')
    await ask('POST', 'importlist', { name: 'List', implementation: 'RSSImport' })
    await ask('DELETE', 'importlist/1')
    await ask('GET', 'tag/1')
    await ask('PUT', 'tag/1', { id: 1, label: 'Children' })
    await ask('DELETE', 'tag/1')
    sonarr.have(tvdbId)
    await ask('DELETE', 'series/editor', { seriesIds: [1] })
  })

  it.skipIf(!spec)('and none was left out', async () => {
    const { sonarr } = await start()
    expect([...(spec?.covered ?? [])].sort()).toEqual([...sonarr.operations].sort())
  })
})

describe('what Sonarr refuses to add', () => {
  it.each([
    [
      'a show that is there already',
      {},
      'TvdbId',
      'SeriesExistsValidator',
      'This series has already been added',
    ],
    ['no number', { tvdbId: 0 }, 'TvdbId', 'GreaterThanValidator', "'Tvdb Id' must be greater than '0'."],
    [
      'a profile that is gone',
      { tvdbId: 5, qualityProfileId: 9 },
      'QualityProfileId',
      'QualityProfileExistsValidator',
      'Quality Profile does not exist',
    ],
    [
      'a root folder that is gone',
      { tvdbId: 5, rootFolderPath: '/gone' },
      'RootFolderPath',
      'RootFolderExistsValidator',
      "Root folder '/gone' does not exist",
    ],
    [
      "another show's path",
      { tvdbId: 5, path: '/data/tv/Pioneer One' },
      'Path',
      'SeriesPathValidator',
      "Path '/data/tv/Pioneer One' is already configured for another series",
    ],
    [
      'a show nobody knows',
      { tvdbId: 5 },
      'TvdbId',
      undefined,
      'A series with this ID was not found. Path: ',
    ],
  ])('%s', async (_, change, propertyName, errorCode, errorMessage) => {
    const { sonarr, ask } = await start()
    sonarr.have(tvdbId)
    const said = await ask('POST', 'series', show(tvdbId, change))
    expect(said.status).toBe(400)
    expect(said.json).toMatchObject([{ propertyName, errorMessage, ...(errorCode && { errorCode }) }])
  })

  it('a show without a language profile, while it is version 3', async () => {
    const { ask } = await start({ version: '3.0.10.1567' })
    expect((await ask('POST', 'series', show(tvdbId))).json).toMatchObject([
      { propertyName: 'LanguageProfileId' },
    ])
    expect((await ask('GET', 'languageprofile')).json).toMatchObject([{ name: 'English' }])
    expect((await ask('POST', 'series', show(tvdbId, { languageProfileId: 1 }))).status).toBe(201)
    expect((await ask('GET', 'series/lookup?term=tmdb:33110')).json).toEqual([])
  })

  it('passes on what the database says to the loser of a race', async () => {
    const { sonarr, ask } = await start()
    sonarr.conflict()
    const said = await ask('POST', 'series', show(tvdbId))
    expect([said.status, (said.json as Body).message]).toEqual([
      409,
      'constraint failed\r\nUNIQUE constraint failed: Series.TvdbId',
    ])
    expect(sonarr.adds(tvdbId)).toEqual({ attempts: 1, effective: 1 })
  })
})
