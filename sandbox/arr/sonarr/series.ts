import { accepted, nothing, ok, problem } from '../kit/answers.ts'
import type { App } from '../kit/app.ts'
import { readBody } from '../kit/body.ts'
import { trimmed } from '../kit/paths.ts'
import { APPLY_TAGS, retagged } from '../kit/retag.ts'
import type { Request, Route } from '../kit/router.ts'
import { notEmpty, refuseIfAny } from '../kit/validation.ts'
import { MONITORING, readSeasons, SERIES, sharedRules } from './add.ts'
import { removeSeries } from './happenings.ts'
import { findSeries } from './library.ts'
import { monitor, monitorSeason } from './monitoring.ts'
import { seriesResource } from './resources.ts'
import { NEW_ITEMS, SERIES_TYPES, type Series, type SonarrState } from './state.ts'

const EDIT = {
  seriesIds: 'ints',
  monitored: 'bool?',
  monitorNewItems: NEW_ITEMS,
  qualityProfileId: 'int?',
  seriesType: SERIES_TYPES,
  seasonFolder: 'bool?',
  rootFolderPath: 'string',
  tags: 'ints',
  applyTags: APPLY_TAGS,
  deleteFiles: 'bool',
  addImportListExclusion: 'bool',
} as const

/** The routes of the shows in the library, but for adding one. */
export const seriesRoutes = (app: App<SonarrState>): Route[] => {
  const { state, clock } = app
  const show = (series: Series) => seriesResource(state, series, clock.now())
  const find = (id = 0) => findSeries(state, id)

  /**
   * Every editable value is replaced: what a body leaves out falls back to the value of an empty row, and a body
   * without seasons leaves the series without any until the next refresh. A season that is switched takes its episodes along.
   */
  const update = ({ body, ids }: Request) => {
    const sent = readBody(body, SERIES)
    const id = sent.id || (ids[0] ?? 0)
    refuseIfAny([...sharedRules(state, sent, id), ...notEmpty('Path', sent.path)])
    const series = find(id)
    const seasons = readSeasons(sent.seasons)
    for (const { seasonNumber, monitored } of seasons) {
      const stored = series.seasons.find((season) => season.seasonNumber === seasonNumber)
      if (stored && stored.monitored !== monitored) monitorSeason(state, series, seasonNumber, monitored)
    }
    Object.assign(series, {
      path: sent.path,
      qualityProfileId: sent.qualityProfileId,
      languageProfileId: sent.languageProfileId ?? series.languageProfileId,
      monitored: sent.monitored ?? false,
      monitorNewItems: sent.monitorNewItems ?? 'all',
      seasonFolder: sent.seasonFolder ?? false,
      seriesType: sent.seriesType ?? 'standard',
      tags: [...new Set(sent.tags)],
      seasons,
    })
    return accepted(show(series))
  }

  const edit = ({ body }: Request) => {
    const sent = readBody(body, EDIT)
    const all = (sent.seriesIds ?? []).map(find)
    for (const series of all) {
      series.monitored = sent.monitored ?? series.monitored
      series.monitorNewItems = sent.monitorNewItems ?? series.monitorNewItems
      series.qualityProfileId = sent.qualityProfileId ?? series.qualityProfileId
      series.seriesType = sent.seriesType ?? series.seriesType
      series.seasonFolder = sent.seasonFolder ?? series.seasonFolder
      if (sent.rootFolderPath) series.path = `${trimmed(sent.rootFolderPath)}/${series.path.split('/').pop()}`
      if (sent.tags) series.tags = retagged(series.tags, sent.tags, sent.applyTags)
    }
    return accepted(all.map(show))
  }

  /** Many series at once: switch seasons, then let a choice decide about the episodes. */
  const seasonPass = ({ body }: Request) => {
    const sent = readBody(body, { series: 'list', monitoringOptions: 'object' })
    const options = sent.monitoringOptions && readBody(sent.monitoringOptions, MONITORING)
    for (const one of sent.series ?? []) {
      const wanted = readBody(one, { id: 'int', monitored: 'bool?', seasons: 'list' })
      const series = find(wanted.id)
      series.monitored = options?.monitor === 'none' ? false : (wanted.monitored ?? series.monitored)
      for (const season of readSeasons(wanted.seasons)) {
        const stored = series.seasons.find(({ seasonNumber }) => seasonNumber === season.seasonNumber)
        if (stored) stored.monitored = season.monitored
      }
      if (options) monitor(state, series, options, clock.now())
    }
    return accepted({})
  }

  return [
    {
      method: 'GET',
      path: 'series',
      handle: ({ query }) => {
        const tvdbId = query.int('tvdbId')
        return ok(
          state.series.filter(({ title }) => tvdbId === undefined || title.tvdbId === tvdbId).map(show),
        )
      },
    },
    {
      method: 'GET',
      path: 'series/{id}',
      handle: ({ ids }) => {
        const series = state.series.find(({ id }) => id === ids[0])
        if (!series) throw problem(404)
        return ok(show(series))
      },
    },
    { method: 'PUT', path: 'series/{id}', handle: update },
    {
      method: 'DELETE',
      path: 'series/{id}',
      handle: async ({ ids, query }) => {
        const [files, exclude] = [
          query.bool('deleteFiles', false),
          query.bool('addImportListExclusion', false),
        ]
        await removeSeries(app, find(ids[0]), files, exclude)
        return nothing
      },
    },
    { method: 'PUT', path: 'series/editor', handle: edit },
    {
      method: 'DELETE',
      path: 'series/editor',
      handle: async ({ body }) => {
        const sent = readBody(body, EDIT)
        for (const series of (sent.seriesIds ?? []).map(find))
          await removeSeries(app, series, sent.deleteFiles ?? false, sent.addImportListExclusion ?? false)
        return ok({})
      },
    },
    { method: 'POST', path: 'seasonpass', handle: seasonPass },
  ]
}
