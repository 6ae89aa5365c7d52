import { created, missing, nothing, ok } from '../kit/answers.ts'
import type { App } from '../kit/app.ts'
import { readBody } from '../kit/body.ts'
import { page } from '../kit/paging.ts'
import type { Route } from '../kit/router.ts'
import { nextId } from '../kit/state.ts'
import { invalid, notEmpty, refuseIfAny } from '../kit/validation.ts'
import type { Exclusion, RadarrState } from './state.ts'

/** The films that no import list may add. */
export const exclusionRoutes = ({ state }: App<RadarrState>): Route[] => [
  { method: 'GET', path: 'exclusions', handle: () => ok(state.exclusions) },
  {
    method: 'GET',
    path: 'exclusions/paged',
    handle: ({ query }) => {
      const columns = {
        movieTitle: (row: Exclusion) => row.movieTitle,
        tmdbId: (row: Exclusion) => row.tmdbId,
      }
      return ok(page(state.exclusions, query, columns, 'movieTitle', (row) => row))
    },
  },
  {
    method: 'POST',
    path: 'exclusions',
    handle: ({ body }) => {
      const {
        tmdbId = 0,
        movieTitle,
        movieYear = 0,
      } = readBody(body, {
        tmdbId: 'int',
        movieTitle: 'string',
        movieYear: 'int',
      })
      refuseIfAny([
        ...notEmpty('TmdbId', tmdbId),
        ...(state.exclusions.some((one) => one.tmdbId === tmdbId)
          ? [
              invalid(
                'TmdbId',
                tmdbId,
                'ImportListExclusionExistsValidator',
                'This exclusion has already been added.',
              ),
            ]
          : []),
        ...notEmpty('MovieTitle', movieTitle),
      ])
      const exclusion = { tmdbId, movieTitle: String(movieTitle), movieYear, id: nextId(state, 'exclusions') }
      state.exclusions.push(exclusion)
      return created(exclusion)
    },
  },
  {
    method: 'DELETE',
    path: 'exclusions/{id}',
    handle: ({ ids }) => {
      if (!state.exclusions.some(({ id }) => id === ids[0])) throw missing('ImportListExclusion', ids[0] ?? 0)
      state.exclusions = state.exclusions.filter(({ id }) => id !== ids[0])
      return nothing
    },
  },
]
