import type { App } from '../kit/app.ts'
import { createCommands } from '../kit/commands.ts'
import { publish } from '../kit/connections/publish.ts'
import { nextId } from '../kit/state.ts'
import { since } from '../kit/versions.ts'
import { seriesAddEvent } from './events.ts'
import { episodesOf, findEpisode, findSeries, hasAired } from './library.ts'
import { monitor } from './monitoring.ts'
import { search } from './search.ts'
import type { AddOptions, Series, SonarrState } from './state.ts'

/** How long Sonarr looks at a show's folder, in the stand-in's world; the episodes are there already. */
const SCAN = 30

const ids = (value: unknown): number[] => (Array.isArray(value) ? value.map(Number) : [])

/** A season that was not there before: version 3 went by the series, version 4 by what it does with new ones. */
const startsMonitored = ({ version }: SonarrState, series: Series, seasonNumber: number): boolean =>
  seasonNumber > 0 && (since(version, '4.0.0') ? series.monitorNewItems === 'all' : series.monitored)

/** Until 4.0.12 a series that takes on no new seasons took on no new episodes either. */
const takesEpisodes = ({ version }: SonarrState, { monitorNewItems }: Series): boolean =>
  monitorNewItems === 'all' || !since(version, '4.0.0') || since(version, '4.0.12')

/** Brings seasons and episodes of a series up to what the metadata service knows. */
export const refresh = (state: SonarrState, series: Series): void => {
  // A season that the service doesn't know goes, whoever put it there.
  series.seasons = series.title.seasons
    .map(({ seasonNumber }) => {
      const known = series.seasons.find((season) => season.seasonNumber === seasonNumber)
      return { seasonNumber, monitored: known?.monitored ?? startsMonitored(state, series, seasonNumber) }
    })
    .sort((one, other) => one.seasonNumber - other.seasonNumber)
  const there = episodesOf(state, series)
  for (const { seasonNumber, episodes } of series.title.seasons) {
    const season = series.seasons.find((one) => one.seasonNumber === seasonNumber)
    for (const known of episodes) {
      const { episodeNumber } = known
      if (there.some((one) => one.seasonNumber === seasonNumber && one.known.episodeNumber === episodeNumber))
        continue
      const isOdd = episodeNumber === 0 && seasonNumber !== 1
      state.episodes.push({
        id: nextId(state, 'episodes'),
        seriesId: series.id,
        seasonNumber,
        known,
        monitored: !isOdd && takesEpisodes(state, series) && (season?.monitored ?? true),
        fileId: 0,
      })
    }
  }
}

/** Sonarr's own queue of work, with the commands that this stand-in knows. */
export const createWork = (app: App<SonarrState>) => {
  const { state, clock } = app
  const nothing = async () => undefined

  const missingOf = (series: Series) =>
    episodesOf(state, series).filter((one) => one.fileId === 0 && hasAired(one, clock.now()))

  const searchMissing = async (seriesId: unknown) => {
    for (const series of seriesId ? [findSeries(state, Number(seriesId))] : [...state.series])
      await search(app, series, missingOf(series))
  }

  /** By monitored seasons; where none is, by the monitored episodes that are missing. */
  const searchSeries = async (series: Series) => {
    const on = series.seasons.filter(({ monitored }) => monitored).map(({ seasonNumber }) => seasonNumber)
    const wanted = episodesOf(state, series).filter(({ seasonNumber }) => on.includes(seasonNumber))
    await search(app, series, on.length > 0 ? wanted : missingOf(series))
  }

  const work = createCommands(app, {
    RefreshSeries: async ({ seriesId, seriesIds }) => {
      for (const id of seriesId ? [Number(seriesId)] : ids(seriesIds)) {
        const series = findSeries(state, id)
        refresh(state, series)
        await app.sleep(SCAN)
        await afterScan(series)
      }
    },
    SeriesSearch: async ({ seriesId }) => searchSeries(findSeries(state, Number(seriesId))),
    SeasonSearch: async ({ seriesId, seasonNumber }) => {
      const series = findSeries(state, Number(seriesId))
      const wanted = episodesOf(state, series).filter((one) => one.seasonNumber === Number(seasonNumber))
      await search(app, series, wanted)
    },
    EpisodeSearch: async ({ episodeIds }, invoked) => {
      for (const id of ids(episodeIds)) {
        const episode = findEpisode(state, id)
        await search(app, findSeries(state, episode.seriesId), [episode], invoked)
      }
    },
    MissingEpisodeSearch: async ({ seriesId }) => searchMissing(seriesId),
    CutoffUnmetEpisodeSearch: nothing,
    RssSync: async () => searchMissing(undefined),
    RescanSeries: nothing,
    RefreshMonitoredDownloads: nothing,
    CheckHealth: nothing,
  })

  const pushSearch = (id: number, options: AddOptions) => {
    const { searchForMissingEpisodes: missing, searchForCutoffUnmetEpisodes: unmet } = options
    if (missing && unmet) work.push('SeriesSearch', { seriesId: id }, 'unspecified')
    else if (missing) work.push('MissingEpisodeSearch', { seriesId: id }, 'unspecified')
    else if (unmet) work.push('CutoffUnmetEpisodeSearch', { seriesId: id }, 'unspecified')
  }

  /** What a fresh show still has to undergo once it was refreshed and its folder looked at. */
  const afterScan = async (fresh: Series) => {
    const { addOptions } = fresh
    if (!addOptions) return
    monitor(state, fresh, addOptions, clock.now())
    await publish(app, seriesAddEvent(state, fresh))
    pushSearch(fresh.id, addOptions)
    fresh.addOptions = undefined
  }

  return work
}
