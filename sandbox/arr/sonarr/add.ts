import { constraintFailed, tally } from '../kit/adding.ts'
import { created } from '../kit/answers.ts'
import type { App } from '../kit/app.ts'
import { type Read, readBody } from '../kit/body.ts'
import type { createCommands } from '../kit/commands.ts'
import { freePath, pathRules, placeRules, type Taken, trimmed } from '../kit/paths.ts'
import type { Route } from '../kit/router.ts'
import { nextId } from '../kit/state.ts'
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
import { since } from '../kit/versions.ts'
import { findShow } from './library.ts'
import { seriesFolder, seriesResource } from './resources.ts'
import {
  MONITORS,
  NEW_ITEMS,
  SERIES_TYPES,
  type Season,
  type Series,
  type Show,
  type SonarrState,
} from './state.ts'

type Sonarr = App<SonarrState>
type Work = ReturnType<typeof createCommands>

/** What Sonarr reads from the body of an add or an edit. */
export const SERIES = {
  id: 'int',
  title: 'string',
  tvdbId: 'int',
  path: 'string',
  rootFolderPath: 'string',
  qualityProfileId: 'int',
  languageProfileId: 'int',
  monitored: 'bool',
  monitorNewItems: NEW_ITEMS,
  seasonFolder: 'bool',
  seriesType: SERIES_TYPES,
  seasons: 'list',
  tags: 'ints',
  addOptions: 'object',
} as const

export const MONITORING = {
  monitor: MONITORS,
  ignoreEpisodesWithFiles: 'bool',
  ignoreEpisodesWithoutFiles: 'bool',
} as const

const OPTIONS = {
  ...MONITORING,
  searchForMissingEpisodes: 'bool',
  searchForCutoffUnmetEpisodes: 'bool',
} as const

const TAKEN: Taken = { rule: 'SeriesPathValidator', words: 'another series' }

/** The seasons of a body. */
export const readSeasons = (sent: readonly unknown[] = []): Season[] =>
  sent.map((one) => {
    const { seasonNumber = 0, monitored = false } = readBody(one, { seasonNumber: 'int', monitored: 'bool' })
    return { seasonNumber, monitored }
  })

/** Language profiles count in version 3 only. */
const languageRules = ({ version }: SonarrState, id: number): Invalid[] =>
  since(version, '4.0.0')
    ? []
    : firstOf(
        () => aboveZero('LanguageProfileId', id),
        () =>
          id === 1
            ? []
            : [
                invalid(
                  'LanguageProfileId',
                  id,
                  'LanguageProfileExistsValidator',
                  'Language profile does not exist',
                ),
              ],
      )

/** The rules that adds and edits share. */
export const sharedRules = (state: SonarrState, sent: Read<typeof SERIES>, id: number): Invalid[] => {
  const { path, qualityProfileId: profile = 0, languageProfileId = 0 } = sent
  const isThere = state.profiles.some((one) => one.id === profile)
  const gone = 'Quality Profile does not exist'
  const others = state.series.filter((series) => series.id !== id)
  return [
    ...pathRules(state, path, others, TAKEN),
    ...firstOf(
      () => aboveZero('QualityProfileId', profile),
      () => (isThere ? [] : [invalid('QualityProfileId', profile, 'QualityProfileExistsValidator', gone)]),
    ),
    ...languageRules(state, languageProfileId),
  ]
}

const postRules = (
  state: SonarrState,
  { path, rootFolderPath, title, tvdbId = 0 }: Read<typeof SERIES>,
): Invalid[] => [
  ...placeRules(state, path, rootFolderPath),
  ...notEmpty('Title', title),
  ...aboveZero('TvdbId', tvdbId),
  ...(state.series.some((series) => series.title.tvdbId === tvdbId)
    ? [invalid('TvdbId', tvdbId, 'SeriesExistsValidator', 'This series has already been added')]
    : []),
]

/** Asks the metadata service, which takes its time. */
const fetchShow = async ({ state, clock }: Sonarr, tvdbId: number, path = ''): Promise<Show> => {
  await clock.network(state.adding.metadataMs)
  const show = findShow(state, tvdbId)
  if (!show) throw refusal(bare('TvdbId', `A series with this ID was not found. Path: ${path}`, tvdbId))
  return show
}

const newSeries = (sent: Read<typeof SERIES>, title: Show, added: number): Series => {
  const addOptions = sent.addOptions && readBody(sent.addOptions, OPTIONS)
  const seasons = readSeasons(sent.seasons)
  return {
    id: 0,
    title,
    path: sent.path ?? `${trimmed(sent.rootFolderPath ?? '')}/${seriesFolder(title)}`,
    qualityProfileId: sent.qualityProfileId ?? 0,
    languageProfileId: sent.languageProfileId ?? 1,
    monitored: sent.monitored === true && addOptions?.monitor !== 'none',
    monitorNewItems: sent.monitorNewItems ?? 'all',
    seasonFolder: sent.seasonFolder ?? false,
    seriesType: sent.seriesType ?? 'standard',
    seasons:
      seasons.length > 0
        ? seasons
        : title.seasons.map(({ seasonNumber }) => ({ seasonNumber, monitored: seasonNumber > 0 })),
    tags: [...new Set(sent.tags)],
    added,
    addOptions,
  }
}

const store = ({ state }: Sonarr, work: Work, series: Series): void => {
  series.id = nextId(state, 'series')
  state.series.push(series)
  tally(state.adding, series.title.tvdbId).effective += 1
  work.push('RefreshSeries', { seriesIds: [series.id], isNewSeries: true }, 'unspecified')
}

/**
 * Adds a show: Sonarr looks at what was sent, asks its metadata service, looks again and stores. Episodes, monitoring
 * and searches come later, behind the answer; a caller who has gone meanwhile changes nothing.
 */
export const addRoute = (app: Sonarr, work: Work): Route => ({
  method: 'POST',
  path: 'series',
  handle: async ({ body }) => {
    const { state, clock } = app
    const sent = readBody(body, SERIES)
    const tvdbId = sent.tvdbId ?? 0
    tally(state.adding, tvdbId).attempts += 1
    refuseIfAny([...sharedRules(state, sent, 0), ...postRules(state, sent)])

    const title = await fetchShow(app, tvdbId, sent.path)
    const series = newSeries(sent, title, clock.now())
    if (state.adding.races > 0) {
      state.adding.races -= 1
      store(app, work, series)
      throw constraintFailed(state, 'Series', 'TvdbId')
    }
    refuseIfAny(freePath(state, series.path, state.series, TAKEN))
    if (state.series.some((other) => other.title === title)) throw constraintFailed(state, 'Series', 'TvdbId')
    store(app, work, series)
    return created(seriesResource(state, series, clock.now()))
  },
})
