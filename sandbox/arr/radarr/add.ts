import { constraintFailed, tally } from '../kit/adding.ts'
import { created } from '../kit/answers.ts'
import type { App } from '../kit/app.ts'
import { type Read, readBody } from '../kit/body.ts'
import type { createCommands } from '../kit/commands.ts'
import { publish } from '../kit/connections/publish.ts'
import { freePath, pathRules, placeRules, type Taken, trimmed } from '../kit/paths.ts'
import type { Route } from '../kit/router.ts'
import { nextId } from '../kit/state.ts'
import type { Title } from '../kit/titles.ts'
import {
  aboveZero,
  bare,
  firstOf,
  type Invalid,
  invalid,
  notEmpty,
  refusal,
  refuseIfAny,
} from '../kit/validation.ts'
import { movieAddedEvent } from './events.ts'
import { movieFolder, movieResource } from './resources.ts'
import { AVAILABILITIES, type Movie, type RadarrState } from './state.ts'

type Radarr = App<RadarrState>
type Work = ReturnType<typeof createCommands>

/** What Radarr reads from the body of an add or an edit. */
export const MOVIE = {
  id: 'int',
  title: 'string',
  tmdbId: 'int',
  year: 'int',
  path: 'string',
  rootFolderPath: 'string',
  qualityProfileId: 'int',
  monitored: 'bool',
  minimumAvailability: AVAILABILITIES,
  tags: 'ints',
  addOptions: 'object',
} as const

const OPTIONS = {
  searchForMovie: 'bool',
  monitor: ['movieOnly', 'movieAndCollection', 'none'],
  addMethod: ['manual', 'list', 'collection'],
} as const

const TAKEN: Taken = { rule: 'MoviePathValidator', words: 'an existing movie' }

const others = ({ movies }: RadarrState, id: number) => movies.filter((movie) => movie.id !== id)

/** The rules that adds and edits share. */
export const sharedRules = (state: RadarrState, sent: Read<typeof MOVIE>, id: number): Invalid[] => {
  const { path, qualityProfileId: profile = 0 } = sent
  const isThere = state.profiles.some((one) => one.id === profile)
  const gone = 'Quality Profile does not exist'
  return [
    ...pathRules(state, path, others(state, id), TAKEN),
    ...firstOf(
      () => aboveZero('QualityProfileId', profile),
      () => (isThere ? [] : [invalid('QualityProfileId', profile, 'QualityProfileExistsValidator', gone)]),
    ),
  ]
}

const postRules = (
  state: RadarrState,
  { path, rootFolderPath, title, tmdbId = 0 }: Read<typeof MOVIE>,
): Invalid[] => [
  ...placeRules(state, path, rootFolderPath),
  ...(tmdbId <= 0 ? notEmpty('Title', title) : []),
  ...notEmpty('TmdbId', tmdbId),
  ...(state.movies.some((movie) => movie.title.tmdbId === tmdbId)
    ? [invalid('TmdbId', tmdbId, 'MovieExistsValidator', 'This movie has already been added')]
    : []),
]

/** Asks the metadata service, which takes its time. */
const fetchTitle = async ({ state, clock }: Radarr, tmdbId: number, path = ''): Promise<Title> => {
  await clock.network(state.adding.metadataMs)
  const title = state.titles.find((known) => known.tmdbId === tmdbId && !known.seasons)
  if (!title) throw refusal(bare('TmdbId', `A movie with this ID was not found. Path: ${path}`, tmdbId))
  return title
}

const store = async (app: Radarr, work: Work, movie: Movie): Promise<void> => {
  const { state } = app
  movie.id = nextId(state, 'movies')
  state.movies.push(movie)
  tally(state.adding, movie.title.tmdbId).effective += 1
  await publish(app, movieAddedEvent(state, movie))
  work.push('RefreshMovie', { movieIds: [movie.id], isNewMovie: true }, 'unspecified')
}

/**
 * Adds a film: Radarr looks at what was sent, asks its metadata service, looks again and stores. The caller hears of
 * it only after every connection that wants to know; one who has gone meanwhile changes nothing.
 */
export const addRoute = (app: Radarr, work: Work): Route => ({
  method: 'POST',
  path: 'movie',
  handle: async ({ body }) => {
    const { state, clock } = app
    const sent = readBody(body, MOVIE)
    const addOptions = sent.addOptions && readBody(sent.addOptions, OPTIONS)
    const tmdbId = sent.tmdbId ?? 0
    tally(state.adding, tmdbId).attempts += 1
    refuseIfAny([...sharedRules(state, sent, 0), ...postRules(state, sent)])

    const title = await fetchTitle(app, tmdbId, sent.path)
    const movie: Movie = {
      id: 0,
      title,
      path: sent.path ?? `${trimmed(sent.rootFolderPath ?? '')}/${movieFolder(title)}`,
      qualityProfileId: sent.qualityProfileId ?? 0,
      monitored: sent.monitored ?? true,
      minimumAvailability: sent.minimumAvailability ?? 'tba',
      tags: [...new Set(sent.tags)],
      added: clock.now(),
      addOptions,
    }
    if (state.adding.races > 0) {
      state.adding.races -= 1
      await store(app, work, movie)
      throw constraintFailed(state, 'Movies', 'MovieMetadataId')
    }
    refuseIfAny(freePath(state, movie.path, state.movies, TAKEN))
    if (state.movies.some((other) => other.title === title))
      throw constraintFailed(state, 'Movies', 'MovieMetadataId')
    await store(app, work, movie)
    return created(movieResource(state, movie, clock.now()))
  },
})
