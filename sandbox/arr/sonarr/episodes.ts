import { accepted, failure, missing, nothing, ok, problem } from '../kit/answers.ts'
import type { App } from '../kit/app.ts'
import { readBody } from '../kit/body.ts'
import { page } from '../kit/paging.ts'
import type { Query } from '../kit/query.ts'
import type { Request, Route } from '../kit/router.ts'
import { sortTitle } from '../kit/titles.ts'
import { deleteFile } from './happenings.ts'
import { airs, episodesOf, findEpisode, findSeries, hasAired } from './library.ts'
import { episodeResource, fileResource, seriesResource } from './resources.ts'
import type { Episode, EpisodeFile, SonarrState } from './state.ts'

/** The routes of episodes and their files. */
export const episodeRoutes = (app: App<SonarrState>): Route[] => {
  const { state, clock } = app
  const seriesOf = ({ seriesId }: { seriesId: number }) => state.series.find(({ id }) => id === seriesId)

  const whole = (episode: Episode) => {
    const series = seriesOf(episode)
    return series && seriesResource(state, series, clock.now())
  }
  const show = (query?: Query) => (episode: Episode) =>
    episodeResource(state, episode, {
      series: query?.bool('includeSeries', false) ? whole(episode) : undefined,
      file: query?.bool('includeEpisodeFile', false) ?? false,
    })
  const showFile = (file: EpisodeFile) => fileResource(file, seriesOf(file)?.title.runtime ?? 0)

  const list = ({ query }: Request) => {
    const seriesId = query.int('seriesId')
    const season = query.int('seasonNumber')
    const ids = query.ints('episodeIds')
    const fileId = query.int('episodeFileId')
    if (seriesId !== undefined) {
      const series = state.series.find(({ id }) => id === seriesId)
      const all = series ? episodesOf(state, series) : []
      return ok(
        all.filter(({ seasonNumber }) => season === undefined || seasonNumber === season).map(show(query)),
      )
    }
    if (ids.length > 0) return ok(state.episodes.filter(({ id }) => ids.includes(id)).map(show(query)))
    if (fileId !== undefined)
      return ok(state.episodes.filter((one) => one.fileId === fileId).map(show(query)))
    throw failure(400, 'BadRequest: seriesId or episodeIds must be provided')
  }

  /** One that is gone is missed at once, several only when those that are left have been switched. */
  const setMonitored = ({ body }: Request) => {
    const { episodeIds = [], monitored = false } = readBody(body, { episodeIds: 'ints', monitored: 'bool' })
    const episodes =
      episodeIds.length === 1
        ? episodeIds.map((id) => findEpisode(state, id))
        : state.episodes.filter(({ id }) => episodeIds.includes(id))
    for (const episode of episodes) episode.monitored = monitored
    if (episodes.length !== episodeIds.length) {
      const words = `Expected query to return ${episodeIds.length} rows but returned ${episodes.length}`
      throw failure(500, words, 'System.ApplicationException')
    }
    return accepted(episodes.map(show()))
  }

  const remove = async (id: number) => {
    const file = state.files.find((one) => one.id === id)
    if (!file) throw missing('EpisodeFile', id)
    await deleteFile(app, findSeries(state, file.seriesId), file, 'manual')
  }

  return [
    { method: 'GET', path: 'episode', handle: list },
    {
      method: 'GET',
      path: 'episode/{id}',
      handle: ({ ids }) => {
        const episode = state.episodes.find(({ id }) => id === ids[0])
        if (!episode) throw problem(404)
        return ok(episodeResource(state, episode, { series: whole(episode), file: true }))
      },
    },
    {
      method: 'PUT',
      path: 'episode/{id}',
      handle: ({ ids, body }) => {
        const episode = findEpisode(state, ids[0] ?? 0)
        episode.monitored = readBody(body, { monitored: 'bool' }).monitored ?? false
        return accepted(show()(episode))
      },
    },
    { method: 'PUT', path: 'episode/monitor', handle: setMonitored },
    {
      method: 'GET',
      path: 'episodefile',
      handle: ({ query }) => {
        const seriesId = query.int('seriesId')
        const ids = query.ints('episodeFileIds')
        if (seriesId === undefined && ids.length === 0)
          throw failure(400, 'BadRequest: seriesId or episodeFileIds must be provided')
        return ok(
          state.files.filter((file) => file.seriesId === seriesId || ids.includes(file.id)).map(showFile),
        )
      },
    },
    {
      method: 'GET',
      path: 'episodefile/{id}',
      handle: ({ ids }) => {
        const file = state.files.find(({ id }) => id === ids[0])
        if (!file) throw problem(404)
        return ok(showFile(file))
      },
    },
    {
      method: 'DELETE',
      path: 'episodefile/{id}',
      handle: async ({ ids }) => {
        await remove(ids[0] ?? 0)
        return nothing
      },
    },
    {
      method: 'DELETE',
      path: 'episodefile/bulk',
      handle: async ({ body }) => {
        for (const id of readBody(body, { episodeFileIds: 'ints' }).episodeFileIds ?? []) await remove(id)
        return ok({})
      },
    },
    {
      method: 'GET',
      path: 'wanted/missing',
      handle: ({ query }) => {
        const rows = state.episodes.filter(
          (one) =>
            one.fileId === 0 && one.monitored && seriesOf(one)?.monitored && hasAired(one, clock.now()),
        )
        const columns = {
          'episodes.airDateUtc': (one: Episode) => airs(one) ?? 0,
          'series.sortTitle': (one: Episode) => sortTitle(seriesOf(one)?.title.title ?? ''),
        }
        return ok(page(rows, query, columns, 'episodes.airDateUtc', show(query)))
      },
    },
  ]
}
