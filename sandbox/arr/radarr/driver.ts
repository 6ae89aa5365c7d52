import type { App } from '../kit/app.ts'
import { advance, type Download, type Release } from '../kit/downloads.ts'
import { failDownload } from '../kit/history.ts'
import { LIVE, type LiveOptions } from '../kit/live.ts'
import { nextId } from '../kit/state.ts'
import type { Title } from '../kit/titles.ts'
import type { DeleteReason } from './events.ts'
import { blockImport, deleteFile, grab, importFile, newFile, removeMovie, renameFile } from './happenings.ts'
import { movieFolder } from './resources.ts'
import { releaseOf, search } from './search.ts'
import type { Movie, RadarrState } from './state.ts'

/** What a person or the world can do to Radarr. Films go by their TMDB number. */
export const radarrDriver = (app: App<RadarrState>) => {
  const { state, clock } = app

  const movie = (tmdbId: number): Movie => {
    const found = state.movies.find(({ title }) => title.tmdbId === tmdbId)
    if (!found) throw new Error(`Film ${tmdbId} is not in Radarr.`)
    return found
  }
  const download = (tmdbId: number): Download => {
    const { id } = movie(tmdbId)
    const found = state.downloads.findLast(({ titleId }) => titleId === id)
    if (!found) throw new Error(`Film ${tmdbId} is not being downloaded.`)
    return found
  }

  const known = (tmdbId: number): Title => {
    const title = state.titles.find((one) => one.tmdbId === tmdbId && !one.seasons)
    if (!title) throw new Error(`Nobody knows a film ${tmdbId}.`)
    return title
  }

  return {
    /** A row of the library, for a look or a touch behind the API's back. */
    movie,
    download,

    /** Puts a film into the library as if it had been there for long: no event, no search. */
    have: (tmdbId: number, { file = false, monitored = true, tags = [] as number[] } = {}): Movie => {
      const title = known(tmdbId)
      const added: Movie = {
        id: nextId(state, 'movies'),
        title,
        path: `${state.rootFolders[0]?.path ?? '/data/movies'}/${movieFolder(title)}`,
        qualityProfileId: state.profiles[0]?.id ?? 1,
        monitored,
        minimumAvailability: 'released',
        tags,
        added: clock.now(),
      }
      state.movies.push(added)
      if (file) added.file = newFile(app, added, 'Bluray-1080p', releaseOf(state, title))
      return added
    },

    /** An indexer offers a film from now on. If it is in the library, monitored and missing, it is grabbed at once. */
    release: async (tmdbId: number, wanted: Partial<Release> = {}): Promise<void> => {
      const there = state.movies.find(({ title }) => title.tmdbId === tmdbId)
      state.offers.set(tmdbId, releaseOf(state, known(tmdbId), wanted))
      if (there) await search(app, there, false)
    },
    grab: (tmdbId: number, wanted: Partial<Release> & { takes?: number } = {}): Promise<Download> => {
      const { takes, ...release } = wanted
      return grab(app, movie(tmdbId), releaseOf(state, movie(tmdbId).title, release), takes)
    },
    /** The download client has got so far; 100 leaves the download waiting for its import. */
    progress: (tmdbId: number, percent: number): void => advance(download(tmdbId), percent),
    /** The download client can't go on: the queue shows a warning with its words. */
    stall: (tmdbId: number, message = 'The download is stalled with no connections'): void => {
      Object.assign(download(tmdbId), { status: 'warning', trackedStatus: 'warning', errorMessage: message })
    },
    pause: (tmdbId: number): void => {
      download(tmdbId).status = 'paused'
    },
    /** The download fails for good; Radarr forgets it and sends no webhook. */
    fail: (tmdbId: number, message = 'Unpacking failed'): void =>
      failDownload(app, download(tmdbId), message),
    /** Imports the download; resolves when every receiver of the webhook has answered. */
    import: async (tmdbId: number): Promise<void> =>
      void (await importFile(app, movie(tmdbId), download(tmdbId))),
    /** A person imports a file that Radarr never downloaded. */
    importByHand: async (tmdbId: number): Promise<void> =>
      void (await importFile(app, movie(tmdbId), undefined)),
    /** A better release is grabbed and takes the place of the file. */
    upgrade: async (
      tmdbId: number,
      wanted: Partial<Release> = { quality: 'Bluray-2160p' },
    ): Promise<void> => {
      const better = await grab(app, movie(tmdbId), releaseOf(state, movie(tmdbId).title, wanted))
      await importFile(app, movie(tmdbId), better)
    },
    /** The import needs a person. */
    blockImport: (
      tmdbId: number,
      reason = 'Movie title mismatch, automatic import is not possible. Manual Import required.',
    ): Promise<void> => blockImport(app, movie(tmdbId), download(tmdbId), reason),
    deleteFile: async (tmdbId: number, reason: DeleteReason = 'manual'): Promise<void> =>
      void (await deleteFile(app, movie(tmdbId), reason)),
    /** A person removes the film in Radarr's own interface. */
    remove: (tmdbId: number, { deleteFiles = false, exclude = false } = {}): Promise<void> =>
      removeMovie(app, movie(tmdbId), deleteFiles, exclude),
    rename: (tmdbId: number, relativePath: string): Promise<void> =>
      renameFile(app, movie(tmdbId), relativePath),
    /** From now on a search finds, fetches and imports by itself. Answers with how to stop that. */
    live: (options: LiveOptions = {}): (() => void) => {
      state.live = { ...LIVE, ...options }
      return () => {
        delete state.live
      }
    },
  }
}
