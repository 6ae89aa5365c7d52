import { describe, expect, it, vi } from 'vitest'
import { show, start } from './sonarr-support.ts'
import type { Body } from './support.ts'
import { PIONEER } from './titles.ts'

const { tvdbId } = PIONEER

/** The numbers of the episodes that are switched on, by season: `1x2`. */
const monitored = async ({ sonarr }: Awaited<ReturnType<typeof start>>) => {
  await vi.waitFor(() => expect(sonarr.series(tvdbId)).not.toMatchObject({ addOptions: expect.anything() }))
  return sonarr.state.episodes
    .filter((episode) => episode.monitored)
    .map(({ seasonNumber, known }) => `${seasonNumber}x${known.episodeNumber}`)
}

describe('a show after it was added', () => {
  it('has no episodes at first', async () => {
    const { sonarr, ask } = await start({ clock: { rate: 0.01 } })
    const said = await ask('POST', 'series', show(tvdbId))
    expect(said.json).toMatchObject({ addOptions: { monitor: 'all' }, statistics: { totalEpisodeCount: 0 } })
    expect((await ask('GET', 'episode?seriesId=1')).json).toEqual([])
    await sonarr.advance(1000)
    await vi.waitFor(async () => expect((await ask('GET', 'episode?seriesId=1')).json).toHaveLength(6))
  })

  it.each([
    ['all', ['1x1', '1x2', '1x3', '2x1', '2x2'], [false, true, true]],
    ['none', [], [false, false, false]],
    ['firstSeason', ['1x1', '1x2', '1x3'], [false, true, false]],
    ['latestSeason', ['2x1', '2x2'], [false, false, true]],
    ['pilot', ['1x1'], [false, false, false]],
    ['future', [], [false, false, true]],
    ['missing', ['1x1', '1x2', '1x3', '2x1', '2x2'], [false, true, true]],
  ])('monitors what the choice %s says', async (choice, episodes, seasons) => {
    const world = await start()
    await world.ask('POST', 'series', show(tvdbId, { addOptions: { monitor: choice } }))
    expect(await monitored(world)).toEqual(episodes)
    expect(world.sonarr.series(tvdbId).seasons.map((season) => season.monitored)).toEqual(seasons)
    expect(world.sonarr.series(tvdbId).monitored).toBe(choice !== 'none')
  })

  it('monitors by its seasons when no choice was sent', async () => {
    const world = await start()
    const seasons = [0, 1, 2].map((seasonNumber) => ({ seasonNumber, monitored: seasonNumber === 2 }))
    await world.ask(
      'POST',
      'series',
      show(tvdbId, { seasons, addOptions: { searchForMissingEpisodes: false } }),
    )
    expect(await monitored(world)).toEqual(['2x1', '2x2'])
  })

  it.each([
    ['4.0.19.2979', 'none', ['2x1', '2x2']],
    ['4.0.11.2680', 'none', []],
    ['4.0.11.2680', 'all', ['2x1', '2x2']],
  ])('is left as its seasons were sent (%s, new ones: %s)', async (version, monitorNewItems, episodes) => {
    const world = await start({ version })
    const seasons = [0, 1, 2, 9].map((seasonNumber) => ({ seasonNumber, monitored: seasonNumber === 2 }))
    const addOptions = { monitor: 'skip' }
    await world.ask('POST', 'series', show(tvdbId, { seasons, monitorNewItems, addOptions }))
    expect(await monitored(world)).toEqual(episodes)
    expect(world.sonarr.series(tvdbId).seasons).toEqual(seasons.slice(0, 3))
  })

  it.each([
    ['4.0.19.2979', 'all', true],
    ['4.0.19.2979', 'none', false],
    ['3.0.10.1567', 'none', true],
  ])('takes on a season that it was not told of (%s, %s)', async (version, monitorNewItems, isOn) => {
    const world = await start({ version })
    const seasons = [{ seasonNumber: 1, monitored: false }]
    const addOptions = { monitor: 'skip' }
    const rest = { seasons, monitorNewItems, addOptions, languageProfileId: 1 }
    await world.ask('POST', 'series', show(tvdbId, rest))
    expect(await monitored(world)).toEqual(isOn ? ['2x1', '2x2'] : [])
  })

  it('switches what is left of several episodes before it misses one', async () => {
    const { sonarr, ask } = await start()
    sonarr.have(tvdbId)
    const [first] = sonarr.episodes(tvdbId, { season: 1 })
    const off = (episodeIds: unknown[]) => ask('PUT', 'episode/monitor', { episodeIds, monitored: false })
    expect((await off([99])).status).toBe(404)
    expect((await off([first?.id, 99])).status).toBe(500)
    expect(first?.monitored).toBe(false)
  })

  it('is not monitored unless the body says so', async () => {
    const { sonarr, ask } = await start()
    await ask('POST', 'series', show(tvdbId, { monitored: undefined }))
    expect(sonarr.series(tvdbId).monitored).toBe(false)
  })

  it('switches the episodes with their season, and loses its seasons to a body without any', async () => {
    const { sonarr, ask } = await start()
    sonarr.have(tvdbId)
    const series = (await ask('GET', 'series/1')).json as { seasons: Body[] }
    const seasons = series.seasons.map((season) => ({ ...season, monitored: season.seasonNumber === 2 }))
    expect((await ask('PUT', 'series/1', { ...series, seasons })).status).toBe(202)
    expect(sonarr.episodes(tvdbId, { season: 1 }).map((episode) => episode.monitored)).toEqual([
      false,
      false,
      false,
    ])
    expect((await ask('PUT', 'series/1', { ...series, seasons: undefined })).json).toMatchObject({
      seasons: [],
    })
  })
})

describe("a show's way", () => {
  const command = async ({ ask }: Awaited<ReturnType<typeof start>>, body: Body) => {
    const { id } = (await ask('POST', 'command', body)).json as Body
    await vi.waitFor(async () =>
      expect((await ask('GET', `command/${id}`)).json).toMatchObject({ status: 'completed' }),
    )
  }

  it('grabs what is offered and wanted, and nothing that is not', async () => {
    const world = await start()
    const { sonarr, ask } = world
    sonarr.have(tvdbId)
    const [first] = sonarr.episodes(tvdbId, { season: 1, episode: 1 })
    Object.assign(first ?? {}, { monitored: false })
    await sonarr.release(tvdbId, { season: 1 })
    expect((await ask('GET', 'queue')).json).toMatchObject({ totalRecords: 0 })
    await sonarr.release(tvdbId, { season: 1, episode: 1 })
    await command(world, { name: 'SeasonSearch', seriesId: 1, seasonNumber: 1 })
    expect((await ask('GET', 'queue')).json).toMatchObject({ totalRecords: 0 })
    await command(world, { name: 'EpisodeSearch', episodeIds: [first?.id] })
    expect((await ask('GET', 'queue')).json).toMatchObject({ totalRecords: 1 })
    await sonarr.release(tvdbId, { season: 2 })
    expect((await ask('GET', 'queue')).json).toMatchObject({ totalRecords: 3 })
  })

  it('goes from search to files by itself when the stand-in is live, whole seasons as packs', async () => {
    const { sonarr, ask } = await start({ clock: { rate: 2000 } })
    sonarr.live()
    await ask(
      'POST',
      'series',
      show(tvdbId, { addOptions: { monitor: 'all', searchForMissingEpisodes: true } }),
    )
    await vi.waitFor(
      async () =>
        expect((await ask('GET', 'series/1')).json).toMatchObject({
          statistics: { percentOfEpisodes: 100, episodeFileCount: 5 },
        }),
      { timeout: 5000 },
    )
    const history = (await ask('GET', 'history?pageSize=50&eventType=grabbed')).json as { records: Body[] }
    expect(new Set(history.records.map(({ downloadId }) => downloadId)).size).toBe(2)
  })

  it('fetches what is left of a season one by one', async () => {
    const world = await start({ clock: { rate: 2000 } })
    const { sonarr, ask } = world
    sonarr.have(tvdbId)
    await sonarr.importByHand(tvdbId, { season: 1, episode: 2 })
    sonarr.live()
    await command(world, { name: 'SeasonSearch', seriesId: 1, seasonNumber: 1 })
    await vi.waitFor(async () => expect((await ask('GET', 'episodefile?seriesId=1')).json).toHaveLength(3), {
      timeout: 5000,
    })
    expect(sonarr.state.files.map(({ releaseType }) => releaseType)).toEqual([
      'unknown',
      'singleEpisode',
      'singleEpisode',
    ])
  })

  it('turns back when the queue is asked for a page past its end', async () => {
    const { sonarr, ask } = await start()
    sonarr.have(tvdbId)
    await sonarr.grab(tvdbId, { seasons: [1, 2] })
    expect((await ask('GET', 'queue?page=9&pageSize=2')).json).toMatchObject({
      page: 2,
      totalRecords: 5,
      records: [{}, {}],
    })
  })
})
