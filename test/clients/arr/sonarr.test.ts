import { describe, expect, it, vi } from 'vitest'
import { refText } from '../../../src/domain/titles/title.ts'
import { lighthouse, longRun, withSonarr } from '../support/sonarr.ts'

const { tvdbId } = lighthouse()

describe('what a Sonarr is and offers', () => {
  it('tells its name and version, and what can be chosen', async () => {
    const { sonarr } = await withSonarr({ version: '4.0.14.2939', urlBase: '/sonarr' })
    expect(await sonarr.status()).toEqual({ app: 'Sonarr', version: '4.0.14.2939' })
    expect((await sonarr.profiles()).length).toBeGreaterThan(0)
    expect(await sonarr.folders()).toEqual([
      { path: '/data/tv', accessible: true, freeBytes: expect.any(Number) },
    ])
    expect(await sonarr.tags()).toEqual([{ id: 1, label: 'shows' }])
  })
})

describe('shows', () => {
  it('are looked up by words and by number', async () => {
    const { sonarr } = await withSonarr()
    const [first] = await sonarr.lookup('lighthouse')
    expect(first).toEqual({
      ref: { kind: 'show', source: 'tvdb', value: '410001' },
      name: 'The Lighthouse Keepers',
      year: 2014,
    })
    expect(first && refText(first.ref)).toBe('show-tvdb-410001')
    for (const term of ['tvdb:410001', 'imdb:tt0410001', 'tmdb:210001'])
      expect(await sonarr.lookup(term)).toEqual([first])
    expect(await sonarr.lookup('tvdb:7')).toEqual([])
  })

  it('tell what is known of them', async () => {
    const { sonarr } = await withSonarr()
    expect(await sonarr.title(tvdbId)).toEqual({
      kind: 'show',
      ids: { tvdb: '410001', imdb: 'tt0410001', tmdb: '210001' },
      name: 'The Lighthouse Keepers',
      year: 2014,
      runtimeMinutes: 45,
      genres: ['Drama', 'Mystery'],
      certification: 'TV-14',
      overview: 'Two keepers and a light that does not go out.',
      releases: {},
      seasons: [{ number: 0 }, { number: 1 }, { number: 2 }, { number: 3 }],
      ended: true,
    })
    expect(await sonarr.title(7)).toBeUndefined()
  })

  it('may have dozens of seasons', async () => {
    const { stand, sonarr } = await withSonarr()
    const title = await sonarr.title(longRun().tvdbId)
    expect(title?.ids).toEqual({ tvdb: '410002' })
    expect(title?.ended).toBe(false)
    expect(title?.seasons?.map(({ number }) => number)).toEqual(Array.from({ length: 37 }, (_, at) => at + 1))
    const { id } = stand.have(longRun().tvdbId)
    const episodes = await sonarr.episodes(id)
    expect(episodes).toHaveLength(37 * 30)
    expect(episodes.at(-1)).toMatchObject({ season: 37, episode: 30 })
    const show = await sonarr.find(longRun().tvdbId)
    expect(show?.seasons).toHaveLength(37)
    expect(show?.seasons[36]).toMatchObject({ number: 37, total: 30 })
  })

  it('are found in the library, and only there', async () => {
    const { stand, sonarr } = await withSonarr()
    expect(await sonarr.find(tvdbId)).toBeUndefined()
    const { id } = stand.have(tvdbId, { files: [{ season: 1 }, { season: 2, episode: 1 }] })
    for (const one of stand.episodes(tvdbId, { season: 3 })) one.monitored = false
    expect(await sonarr.find(tvdbId)).toEqual({
      arrId: id,
      tvdbId,
      title: 'The Lighthouse Keepers',
      monitored: true,
      monitorsNew: true,
      ended: true,
      seasons: [
        { number: 0, monitored: false, episodes: 0, files: 0, total: 2 },
        { number: 1, monitored: true, episodes: 3, files: 3, total: 3 },
        { number: 2, monitored: true, episodes: 2, files: 1, total: 2 },
        { number: 3, monitored: true, episodes: 0, files: 0, total: 2 },
      ],
    })
    expect(await sonarr.find(longRun().tvdbId)).toBeUndefined()
  })
})

describe('episodes', () => {
  it('come in their order, with what is known of them', async () => {
    const { stand, sonarr } = await withSonarr()
    const { id } = stand.have(tvdbId, { files: [{ season: 1, episode: 2 }] })
    stand.state.episodes.reverse()
    const episodes = await sonarr.episodes(id)
    expect(episodes.map(({ season, episode }) => `${season}x${episode}`)).toEqual([
      ...['0x1', '0x2', '1x1', '1x2', '1x3', '2x1', '2x2', '3x1', '3x2'],
    ])
    expect(episodes[1]).toEqual({
      id: expect.any(Number),
      season: 0,
      episode: 2,
      title: 'Lost scenes',
      hasFile: false,
      monitored: false,
    })
    expect(episodes[3]).toMatchObject({ hasFile: true, monitored: true, airsAt: Date.UTC(2014, 2, 10, 20) })
  })

  it('of a show that is not there are none', async () => {
    const { sonarr } = await withSonarr()
    expect(await sonarr.episodes(99)).toEqual([])
  })

  it('are searched for by season, if they are monitored, and remember when', async () => {
    const { stand, sonarr } = await withSonarr()
    const { id } = stand.have(tvdbId)
    const [first] = stand.episodes(tvdbId, { season: 2 })
    if (first) first.monitored = false
    await sonarr.searchSeason(id, 2)
    await vi.waitFor(async () => {
      const searched = (await sonarr.episodes(id)).filter(({ lastSearchAt }) => lastSearchAt !== undefined)
      expect(searched).toMatchObject([{ season: 2, episode: 2 }])
    })
    expect(stand.state.commands).toMatchObject([
      { name: 'SeasonSearch', body: { seriesId: id, seasonNumber: 2 } },
    ])
  })

  it('are searched for one by one, monitored or not', async () => {
    const { stand, sonarr } = await withSonarr()
    const { id } = stand.have(tvdbId)
    const special = stand.episodes(tvdbId, { season: 0, episode: 2 })[0]?.id ?? 0
    await sonarr.searchEpisodes([special])
    await vi.waitFor(async () =>
      expect((await sonarr.episodes(id))[1]).toMatchObject({ lastSearchAt: expect.any(Number) }),
    )
    await sonarr.searchEpisodes([])
    expect(stand.state.commands).toMatchObject([{ name: 'EpisodeSearch', body: { episodeIds: [special] } }])
  })
})

describe('downloads', () => {
  it('of a pack are one for each episode', async () => {
    const { stand, sonarr } = await withSonarr()
    const { id } = stand.have(tvdbId)
    expect(await sonarr.queue()).toEqual([])
    const { downloadId } = await stand.grab(tvdbId, { season: 1 })
    stand.progress(tvdbId, 40)
    const ids = stand.episodes(tvdbId, { season: 1 }).map((one) => one.id)
    const items = await sonarr.queue()
    expect(items).toEqual(
      ids.map((episodeId) => ({
        arrId: id,
        downloadId,
        season: 1,
        episodeId,
        percent: expect.any(Number),
        eta: expect.any(Number),
        state: 'downloading',
      })),
    )
    await stand.blockImport(tvdbId, 'Wrong title')
    expect(await sonarr.queue()).toMatchObject(
      ids.map(() => ({ state: 'blocked', problem: expect.stringContaining('Wrong title') })),
    )
  })

  it('leave a history for each episode', async () => {
    const { stand, sonarr } = await withSonarr()
    const { id } = stand.have(tvdbId)
    const start = stand.clock.now()
    const [special] = stand.episodes(tvdbId, { season: 0, episode: 1 })
    const pair = stand.episodes(tvdbId, { season: 2 }).map((one) => one.id)
    await stand.grab(tvdbId, { season: 2 })
    await stand.import(tvdbId)
    await stand.grab(tvdbId, { season: 0, episode: 1 })
    stand.fail(tvdbId)
    await stand.deleteFile(tvdbId, { season: 2, episode: 1 })
    const events = await sonarr.historySince(start - 1_000)
    expect(events.map(({ arrId, episodeId, what }) => [arrId, episodeId, what])).toEqual([
      ...pair.map((episode) => [id, episode, 'grabbed']),
      ...pair.map((episode) => [id, episode, 'imported']),
      [id, special?.id, 'grabbed'],
      [id, special?.id, 'failed'],
      [id, pair[0], 'file-deleted'],
    ])
    expect(new Set(events.slice(0, 4).map(({ downloadId }) => downloadId)).size).toBe(1)
    await stand.advance(60_000)
    expect(await sonarr.historySince(stand.clock.now() - 1_000)).toEqual([])
  })
})

describe('webhooks', () => {
  it('are kept as in every application of the family', async () => {
    const { sonarr } = await withSonarr()
    const hook = { name: 'Usherr', url: 'http://127.0.0.1:1/x', username: 'usherr', password: 'sesame' }
    const id = await sonarr.saveConnection({ ...hook, flags: [] })
    expect(await sonarr.listConnections()).toMatchObject([{ id, name: 'Usherr', url: hook.url, flags: [] }])
    await sonarr.removeConnection(id)
    await sonarr.removeConnection(id)
    expect(await sonarr.listConnections()).toEqual([])
  })
})
