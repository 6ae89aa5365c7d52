import { accepted, missing, nothing, ok, problem } from '../kit/answers.ts'
import type { App } from '../kit/app.ts'
import { readBody } from '../kit/body.ts'
import { page } from '../kit/paging.ts'
import { trimmed } from '../kit/paths.ts'
import { APPLY_TAGS, retagged } from '../kit/retag.ts'
import type { Route } from '../kit/router.ts'
import { sortTitle } from '../kit/titles.ts'
import { notEmpty, refuseIfAny } from '../kit/validation.ts'
import { MOVIE, sharedRules } from './add.ts'
import { deleteFile, removeMovie } from './happenings.ts'
import { fileResource, movieResource } from './resources.ts'
import { AVAILABILITIES, type Movie, type RadarrState } from './state.ts'

type Radarr = App<RadarrState>

const EDIT = {
  movieIds: 'ints',
  monitored: 'bool?',
  qualityProfileId: 'int?',
  minimumAvailability: AVAILABILITIES,
  rootFolderPath: 'string',
  tags: 'ints',
  applyTags: APPLY_TAGS,
  deleteFiles: 'bool',
  addImportExclusion: 'bool',
} as const

/** The routes of the films in the library, but for adding one. */
export const movieRoutes = (app: Radarr): Route[] => {
  const { state, clock } = app
  const show = (movie: Movie) => movieResource(state, movie, clock.now())
  const find = (id = 0): Movie => {
    const movie = state.movies.find((one) => one.id === id)
    if (!movie) throw missing('Movie', id)
    return movie
  }

  const edit: Route['handle'] = ({ body }) => {
    const sent = readBody(body, EDIT)
    const movies = (sent.movieIds ?? []).map(find)
    for (const movie of movies) {
      movie.monitored = sent.monitored ?? movie.monitored
      movie.qualityProfileId = sent.qualityProfileId ?? movie.qualityProfileId
      movie.minimumAvailability = sent.minimumAvailability ?? movie.minimumAvailability
      if (sent.rootFolderPath) movie.path = `${trimmed(sent.rootFolderPath)}/${movie.path.split('/').pop()}`
      if (sent.tags) movie.tags = retagged(movie.tags, sent.tags, sent.applyTags)
    }
    return accepted(movies.map(show))
  }

  /** Every editable value is replaced: what a body leaves out falls back to the value of an empty row. */
  const update: Route['handle'] = ({ body, ids }) => {
    const sent = readBody(body, MOVIE)
    const id = sent.id || (ids[0] ?? 0)
    refuseIfAny([...sharedRules(state, sent, id), ...notEmpty('Path', sent.path)])
    const movie = find(id)
    Object.assign(movie, {
      path: sent.path,
      qualityProfileId: sent.qualityProfileId,
      monitored: sent.monitored ?? true,
      minimumAvailability: sent.minimumAvailability ?? 'tba',
      tags: [...new Set(sent.tags)],
    })
    return accepted(show(movie))
  }

  return [
    {
      method: 'GET',
      path: 'movie',
      handle: ({ query }) => {
        const tmdbId = query.int('tmdbId')
        return ok(
          state.movies.filter(({ title }) => tmdbId === undefined || title.tmdbId === tmdbId).map(show),
        )
      },
    },
    {
      method: 'GET',
      path: 'movie/{id}',
      handle: ({ ids }) => {
        const movie = state.movies.find(({ id }) => id === ids[0])
        if (!movie) throw problem(404)
        return ok(show(movie))
      },
    },
    { method: 'PUT', path: 'movie/{id}', handle: update },
    {
      method: 'DELETE',
      path: 'movie/{id}',
      handle: async ({ ids, query }) => {
        await removeMovie(
          app,
          find(ids[0]),
          query.bool('deleteFiles', false),
          query.bool('addImportExclusion', false),
        )
        return nothing
      },
    },
    { method: 'PUT', path: 'movie/editor', handle: edit },
    {
      method: 'DELETE',
      path: 'movie/editor',
      handle: async ({ body }) => {
        const sent = readBody(body, EDIT)
        for (const movie of (sent.movieIds ?? []).map(find))
          await removeMovie(app, movie, sent.deleteFiles ?? false, sent.addImportExclusion ?? false)
        return ok({})
      },
    },
    {
      method: 'GET',
      path: 'wanted/missing',
      handle: ({ query }) => {
        const wanted = query.bool('monitored', true)
        const rows = state.movies.filter(({ file, monitored }) => !file && monitored === wanted)
        const columns = {
          'movieMetadata.sortTitle': ({ title }: Movie) => sortTitle(title.title),
          'movieMetadata.year': ({ title }: Movie) => title.year,
        }
        return ok(page(rows, query, columns, 'movieMetadata.sortTitle', show))
      },
    },
    {
      method: 'GET',
      path: 'moviefile',
      handle: ({ query }) => {
        const movieIds = query.ints('movieId')
        const fileIds = query.ints('movieFileIds')
        const wanted = state.movies.filter(
          ({ id, file }) => movieIds.includes(id) || fileIds.includes(file?.id ?? 0),
        )
        return ok(wanted.flatMap((movie) => (movie.file ? [fileResource(movie, movie.file)] : [])))
      },
    },
    {
      method: 'DELETE',
      path: 'moviefile/{id}',
      handle: async ({ ids }) => {
        const movie = state.movies.find(({ file }) => file?.id === ids[0])
        if (!movie) throw missing('MovieFile', ids[0] ?? 0)
        await deleteFile(app, movie, 'manual')
        return nothing
      },
    },
  ]
}
