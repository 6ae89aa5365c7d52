import { describe, expect, it, vi } from 'vitest'
import type { SonarrStandIn } from '../../../sandbox/arr/sonarr/start.ts'
import {
  lighthouse,
  longRun,
  monitored,
  monitoredSeasons,
  switchOff,
  toAdd,
  withSonarr,
} from '../support/sonarr.ts'

const { tvdbId } = lighthouse()

/** Until Sonarr has fetched and settled what it needs for a show that was added. */
const settled = (stand: SonarrStandIn, which = tvdbId) =>
  vi.waitFor(() => {
    expect(stand.episodes(which, { seasons: [1] })).not.toEqual([])
    expect(stand.series(which).addOptions).toBeUndefined()
  })

/** The show comes back with one more season, and Sonarr notices. */
const goOn = async (stand: SonarrStandIn) => {
  const series = stand.series(tvdbId)
  const episodes = [{ episodeNumber: 1, title: 'The return', airDate: '2099-01-01' }]
  series.title = { ...series.title, seasons: [...series.title.seasons, { seasonNumber: 4, episodes }] }
  const headers = { 'x-api-key': stand.apiKey, 'content-type': 'application/json' }
  const body = JSON.stringify({ name: 'RefreshSeries', seriesId: series.id })
  await fetch(`${stand.url}/api/v3/command`, { method: 'POST', headers, body })
  await vi.waitFor(() => expect(stand.episodes(tvdbId, { season: 4 })).toHaveLength(1))
}

describe('a show that is added', () => {
  it.each([
    ['one season', [2], ['2x1', '2x2']],
    ['the last', [3], ['3x1', '3x2']],
    ['the specials', [0], ['0x1', '0x2']],
    ['some', [0, 1, 3], ['0x1', '0x2', '1x1', '1x2', '1x3', '3x1', '3x2']],
    ['none', [], []],
  ])('is monitored for %s and nothing else', async (_what, seasons, episodes) => {
    const { stand, sonarr } = await withSonarr()
    const arrId = await sonarr.add(toAdd({ seasons }))
    await settled(stand)
    expect(monitored(stand, tvdbId)).toEqual(episodes)
    expect(monitoredSeasons(stand, tvdbId)).toEqual(seasons)
    expect(await sonarr.find(tvdbId)).toMatchObject({ arrId, monitored: true, monitorsNew: false })
  })

  it.each([
    [true, ['1x1', '1x2', '1x3', '4x1']],
    [false, ['1x1', '1x2', '1x3']],
  ])('takes on seasons that come later: %s', async (future, episodes) => {
    const { stand, sonarr } = await withSonarr()
    await sonarr.add(toAdd({ seasons: [1], future }))
    await settled(stand)
    await goOn(stand)
    expect(monitored(stand, tvdbId)).toEqual(episodes)
  })

  it('has everything that Sonarr wants, and is not searched for', async () => {
    const { stand, sonarr } = await withSonarr()
    await sonarr.add(toAdd({ seriesType: 'anime' }))
    await settled(stand)
    expect(stand.series(tvdbId)).toMatchObject({
      path: '/data/tv/The Lighthouse Keepers',
      qualityProfileId: 1,
      tags: [1],
      seriesType: 'anime',
      seasonFolder: true,
      seasons: [0, 1, 2, 3].map((seasonNumber) => ({ seasonNumber, monitored: seasonNumber === 2 })),
    })
    expect(stand.state.commands.map(({ name }) => name)).toEqual(['RefreshSeries'])
  })

  it('has no episodes at first', async () => {
    const { stand, sonarr } = await withSonarr({ clock: { rate: 0.01 } })
    const arrId = await sonarr.add(toAdd())
    expect(await sonarr.episodes(arrId)).toEqual([])
    expect((await sonarr.find(tvdbId))?.seasons[2]).toEqual({
      number: 2,
      monitored: true,
      episodes: 0,
      files: 0,
      total: 0,
    })
    await stand.advance(1_000)
    await vi.waitFor(async () => expect(await sonarr.episodes(arrId)).toHaveLength(9))
  })

  it('keeps what was switched on as soon as the episodes were there', async () => {
    const { stand, sonarr } = await withSonarr({ clock: { rate: 0.001 } })
    const arrId = await sonarr.add(toAdd({ seasons: [] }))
    await stand.advance(25)
    const [, , , wanted] = await vi.waitFor(async () => {
      const episodes = await sonarr.episodes(arrId)
      expect(episodes).toHaveLength(9)
      return episodes
    })
    expect(stand.series(tvdbId).addOptions).toBeDefined()
    await sonarr.monitorEpisodes([wanted?.id ?? 0])
    await sonarr.monitor(arrId, { seasons: [3], future: false })
    await stand.advance(1_000)
    await settled(stand)
    expect(monitored(stand, tvdbId)).toEqual(['1x2', '3x1', '3x2'])
    expect(monitoredSeasons(stand, tvdbId)).toEqual([3])
  })

  it('may have dozens of seasons', async () => {
    const { stand, sonarr } = await withSonarr()
    const { tvdbId: long, title } = longRun()
    await sonarr.add(toAdd({ tvdbId: long, title, seasons: [26, 37], future: true }))
    await settled(stand, long)
    expect(monitoredSeasons(stand, long)).toEqual([26, 37])
    expect(monitored(stand, long)).toHaveLength(60)
  })

  it('forgets a season that nobody knows', async () => {
    const { stand, sonarr } = await withSonarr()
    await sonarr.add(toAdd({ seasons: [3, 8] }))
    await settled(stand)
    expect(monitoredSeasons(stand, tvdbId)).toEqual([3])
  })
})

describe('a show that is there', () => {
  const withShow = async () => {
    const set = await withSonarr()
    const { id } = set.stand.have(tvdbId, { tags: [1], files: [{ season: 1, episode: 1 }] })
    switchOff(set.stand, tvdbId)
    const [, second] = set.stand.episodes(tvdbId, { season: 1 })
    if (second) second.monitored = true
    const before = structuredClone(set.stand.series(tvdbId))
    const methods = async (work: () => Promise<unknown>) => {
      const calls = set.stand.calls.length
      await work()
      return set.stand.calls.slice(calls).map(({ method }) => method)
    }
    return { ...set, id, before, methods }
  }

  it('gets the seasons that are wished, and keeps the rest as it was', async () => {
    const { stand, sonarr, id, before, methods } = await withShow()
    const wish = { seasons: [2], future: false }
    expect(await methods(() => sonarr.monitor(id, wish))).toEqual(['GET', 'PUT'])
    expect(stand.series(tvdbId)).toEqual({
      ...before,
      monitored: true,
      seasons: before.seasons.map((season) =>
        season.seasonNumber === 2 ? { ...season, monitored: true } : season,
      ),
    })
    expect(monitored(stand, tvdbId)).toEqual(['1x2', '2x1', '2x2'])
    expect(await methods(() => sonarr.monitor(id, wish))).toEqual(['GET'])
  })

  it('is switched on itself though its season was on already', async () => {
    const { stand, sonarr, id, methods } = await withShow()
    await sonarr.monitor(id, { seasons: [2], future: false })
    stand.series(tvdbId).monitored = false
    expect(await methods(() => sonarr.monitor(id, { seasons: [2], future: false }))).toEqual(['GET', 'PUT'])
    expect(stand.series(tvdbId).monitored).toBe(true)
    expect(monitored(stand, tvdbId)).toEqual(['1x2', '2x1', '2x2'])
  })

  it('gets the seasons to come, and keeps them', async () => {
    const { stand, sonarr, id, methods } = await withShow()
    expect(await methods(() => sonarr.monitor(id, { seasons: [], future: true }))).toEqual(['GET', 'PUT'])
    expect(stand.series(tvdbId)).toMatchObject({ monitored: true, monitorNewItems: 'all' })
    expect(await methods(() => sonarr.monitor(id, { seasons: [], future: true }))).toEqual(['GET'])
    expect(await methods(() => sonarr.monitor(id, { seasons: [], future: false }))).toEqual(['GET'])
    await goOn(stand)
    expect(monitored(stand, tvdbId)).toEqual(['1x2', '4x1'])
  })

  it('keeps its other seasons on, and an episode off that somebody switched off in one of them', async () => {
    const { stand, sonarr, id } = await withShow()
    await sonarr.monitor(id, { seasons: [3], future: false })
    const [first] = stand.episodes(tvdbId, { season: 3 })
    if (first) first.monitored = false
    await sonarr.monitor(id, { seasons: [2, 3], future: false })
    expect(monitored(stand, tvdbId)).toEqual(['1x2', '2x1', '2x2', '3x2'])
    await sonarr.monitor(id, { seasons: [0], future: false })
    expect(monitored(stand, tvdbId)).toEqual(['0x1', '0x2', '1x2', '2x1', '2x2', '3x2'])
    expect(monitoredSeasons(stand, tvdbId)).toEqual([0, 2, 3])
  })

  it('gets a season that Sonarr has not met yet when it does', async () => {
    const { stand, sonarr, id } = await withShow()
    await sonarr.monitor(id, { seasons: [4], future: false })
    await goOn(stand)
    expect(monitored(stand, tvdbId)).toEqual(['1x2', '4x1'])
  })

  it('gets single episodes without their season', async () => {
    const { stand, sonarr, methods } = await withShow()
    const ids = [0, 3].flatMap((season) => stand.episodes(tvdbId, { season, episode: 2 })).map(({ id }) => id)
    expect(await methods(() => sonarr.monitorEpisodes(ids))).toEqual(['PUT'])
    expect(monitored(stand, tvdbId)).toEqual(['0x2', '1x2', '3x2'])
    expect(monitoredSeasons(stand, tvdbId)).toEqual([])
    expect(stand.series(tvdbId).monitored).toBe(false)
    expect(await methods(() => sonarr.monitorEpisodes([]))).toEqual([])
  })
})
