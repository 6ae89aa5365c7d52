import { missing } from '../kit/answers.ts'
import type { App } from '../kit/app.ts'
import { createCommands } from '../kit/commands.ts'
import type { Release } from '../kit/downloads.ts'
import { fetchInSteps, type LiveOptions } from '../kit/live.ts'
import { isBetter } from '../kit/qualities.ts'
import { sceneTitle, type Title } from '../kit/titles.ts'
import { isAvailable } from './dates.ts'
import { grab, importFile } from './happenings.ts'
import type { Movie, RadarrState } from './state.ts'

type Radarr = App<RadarrState>

/** A release as an indexer would offer it. */
export const releaseOf = ({ formats }: RadarrState, film: Title, wanted: Partial<Release> = {}): Release => {
  const quality = wanted.quality ?? 'Bluray-1080p'
  const [source = '', height = ''] = quality.split('-')
  const group = wanted.group ?? 'EXAMPLE'
  const kind = source === 'Bluray' ? 'BluRay.x264' : `${source}.H264`
  return {
    title: `${sceneTitle(film.title)}.${film.year}.${height}.${kind}-${group}`,
    quality,
    group,
    indexer: 'Example Usenet (Prowlarr)',
    size: 8_589_934_592,
    protocol: 'usenet',
    flags: [],
    formats,
    ...wanted,
  }
}

/** A download of the sandbox: found, fetched in steps, imported, unless somebody takes film or download away. */
const liveDownload = async (app: Radarr, movie: Movie, live: Required<LiveOptions>) => {
  const { state } = app
  await app.sleep(live.grabAfter)
  const isWanted = state.movies.includes(movie) && !movie.file
  if (!isWanted || state.downloads.some(({ titleId }) => titleId === movie.id)) return
  const download = await grab(app, movie, releaseOf(state, movie.title), live.takes)
  if (await fetchInSteps(app, download, live)) await importFile(app, movie, download)
}

/** Looks for a film. What Radarr does by itself minds monitoring and availability; what is asked for doesn't. */
export const search = async (app: Radarr, movie: Movie, invoked: boolean): Promise<void> => {
  const { state, clock } = app
  movie.lastSearch = clock.now()
  if (!invoked && !(movie.monitored && isAvailable(movie, clock.now()))) return
  if (state.downloads.some(({ titleId }) => titleId === movie.id)) return
  const offer = state.offers.get(movie.title.tmdbId)
  if (offer && (!movie.file || isBetter(offer.quality, movie.file.quality))) {
    await grab(app, movie, offer)
    return
  }
  const { live } = state
  if (live && !movie.file) app.background(() => liveDownload(app, movie, live))
}

/** Radarr's own queue of work, with the commands that this stand-in knows. */
export const createWork = (app: Radarr) => {
  const { state } = app
  const movie = (id: unknown): Movie => {
    const found = state.movies.find((one) => one.id === Number(id))
    if (!found) throw missing('Movie', Number(id))
    return found
  }
  const ids = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
  const missingOnes = () => state.movies.filter(({ file, monitored }) => monitored && !file)
  const nothing = async () => undefined

  const work = createCommands(app, {
    MoviesSearch: async ({ movieIds }, invoked) => {
      for (const id of ids(movieIds)) await search(app, movie(id), invoked)
    },
    MissingMoviesSearch: async () => {
      for (const one of missingOnes()) await search(app, one, false)
    },
    RssSync: async () => {
      for (const one of missingOnes()) if (state.offers.has(one.title.tmdbId)) await search(app, one, false)
    },
    RefreshMovie: async ({ movieIds }) => {
      for (const id of ids(movieIds)) afterScan(movie(id))
    },
    RescanMovie: nothing,
    RefreshMonitoredDownloads: nothing,
    CheckHealth: nothing,
  })

  /** What a fresh film still has to undergo once it was refreshed and its folder looked at. */
  const afterScan = (fresh: Movie) => {
    const { addOptions } = fresh
    if (!addOptions) return
    fresh.addOptions = undefined
    if (addOptions.searchForMovie) work.push('MoviesSearch', { movieIds: [fresh.id] }, 'unspecified')
  }

  return work
}
