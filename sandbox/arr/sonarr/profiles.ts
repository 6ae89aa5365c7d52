import { created, missing, nothing, ok } from '../kit/answers.ts'
import type { App } from '../kit/app.ts'
import { readBody } from '../kit/body.ts'
import { ENGLISH } from '../kit/downloads.ts'
import { page } from '../kit/paging.ts'
import type { Route } from '../kit/router.ts'
import { nextId } from '../kit/state.ts'
import { invalid, notEmpty, refuseIfAny } from '../kit/validation.ts'
import { since } from '../kit/versions.ts'
import type { Exclusion, SonarrState } from './state.ts'

/** The one language profile: version 3 means it, version 4 keeps an empty shell of it for old callers. */
const languageProfiles = ({ version }: SonarrState) => [
  {
    name: since(version, '4.0.0') ? 'Deprecated' : 'English',
    upgradeAllowed: since(version, '4.0.0'),
    cutoff: ENGLISH,
    languages: [{ language: ENGLISH, allowed: true }],
    id: 1,
  },
]

export const languageProfileRoutes = ({ state }: App<SonarrState>): Route[] => [
  { method: 'GET', path: 'languageprofile', handle: () => ok(languageProfiles(state)) },
  {
    method: 'GET',
    path: 'languageprofile/{id}',
    handle: ({ ids }) => {
      const profile = languageProfiles(state).find(({ id }) => id === ids[0])
      if (!profile) throw missing('LanguageProfile', ids[0] ?? 0)
      return ok(profile)
    },
  },
]

/** The shows that no import list may add. */
export const exclusionRoutes = ({ state }: App<SonarrState>): Route[] => [
  { method: 'GET', path: 'importlistexclusion', handle: () => ok(state.exclusions) },
  {
    method: 'GET',
    path: 'importlistexclusion/paged',
    handle: ({ query }) => {
      const columns = { title: (row: Exclusion) => row.title, tvdbId: (row: Exclusion) => row.tvdbId }
      return ok(page(state.exclusions, query, columns, 'title', (row) => row))
    },
  },
  {
    method: 'POST',
    path: 'importlistexclusion',
    handle: ({ body }) => {
      const { tvdbId = 0, title } = readBody(body, { tvdbId: 'int', title: 'string' })
      refuseIfAny([
        ...notEmpty('TvdbId', tvdbId),
        ...(state.exclusions.some((one) => one.tvdbId === tvdbId)
          ? [
              invalid(
                'TvdbId',
                tvdbId,
                'ImportListExclusionExistsValidator',
                'This exclusion has already been added.',
              ),
            ]
          : []),
        ...notEmpty('Title', title),
      ])
      const exclusion = { tvdbId, title: title ?? '', id: nextId(state, 'exclusions') }
      state.exclusions.push(exclusion)
      return created(exclusion)
    },
  },
  {
    method: 'DELETE',
    path: 'importlistexclusion/{id}',
    handle: ({ ids }) => {
      if (!state.exclusions.some(({ id }) => id === ids[0])) throw missing('ImportListExclusion', ids[0] ?? 0)
      state.exclusions = state.exclusions.filter(({ id }) => id !== ids[0])
      return nothing
    },
  },
]
