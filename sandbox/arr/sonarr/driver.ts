import type { App } from '../kit/app.ts'
import { advance, type Download, type Release } from '../kit/downloads.ts'
import { failDownload } from '../kit/history.ts'
import { LIVE } from '../kit/live.ts'
import { nextId } from '../kit/state.ts'
import type { DeleteReason } from './events.ts'
import {
  blockImport,
  deleteFile,
  grab,
  importFiles,
  newFile,
  removeSeries,
  renameFile,
  wantedBy,
} from './happenings.ts'
import { fileOf, findShow, pick } from './library.ts'
import { releaseOf } from './releases.ts'
import { seriesFolder } from './resources.ts'
import { search } from './search.ts'
import type { Episode, EpisodeFile, Series, SonarrLive, SonarrState, Which } from './state.ts'
import { refresh } from './work.ts'

/** What a person or the world can do to Sonarr. Shows go by their number at TheTVDB. */
export const sonarrDriver = (app: App<SonarrState>) => {
  const { state, clock } = app

  const series = (tvdbId: number): Series => {
    const found = state.series.find(({ title }) => title.tvdbId === tvdbId)
    if (!found) throw new Error(`Show ${tvdbId} is not in Sonarr.`)
    return found
  }
  const episodes = (tvdbId: number, which: Which): Episode[] => pick(state, series(tvdbId), which)

  /** The latest download of a show, or of the episodes that are meant. */
  const download = (tvdbId: number, which?: Which): Download => {
    const { id } = series(tvdbId)
    const meant = which && episodes(tvdbId, which).map((episode) => episode.id)
    const found = state.downloads.findLast(
      ({ titleId, rows }) => titleId === id && (meant?.includes(rows[0]?.episodeId ?? 0) ?? true),
    )
    if (!found) throw new Error(`Nothing of show ${tvdbId} is being downloaded.`)
    return found
  }
  const files = (tvdbId: number, which: Which): EpisodeFile[] => [
    ...new Set(episodes(tvdbId, which).flatMap((episode) => fileOf(state, episode) ?? [])),
  ]
  const release = (tvdbId: number, which: Which, wanted: Partial<Release>) =>
    releaseOf(state, series(tvdbId).title.title, which, episodes(tvdbId, which).length, wanted)

  const grabNow = (tvdbId: number, which: Which, wanted: Partial<Release> & { takes?: number } = {}) => {
    const { takes, ...rest } = wanted
    return grab(app, series(tvdbId), episodes(tvdbId, which), release(tvdbId, which, rest), takes)
  }
  const importNow = (tvdbId: number, which?: Which) => {
    const done = download(tvdbId, which)
    return importFiles(app, series(tvdbId), wantedBy(state, done), done)
  }

  return {
    /** Rows of the library, for a look or a touch behind the API's back. */
    series,
    episodes,
    download,

    /** Puts a show into the library as if it had been there for long, with those files: no event, no search. */
    have: (
      tvdbId: number,
      { monitored = true, tags = [] as number[], files = [] as Which[] } = {},
    ): Series => {
      const title = findShow(state, tvdbId)
      if (!title) throw new Error(`Nobody knows a show ${tvdbId}.`)
      const added: Series = {
        id: nextId(state, 'series'),
        title,
        path: `${state.rootFolders[0]?.path ?? '/data/tv'}/${seriesFolder(title)}`,
        qualityProfileId: state.profiles[0]?.id ?? 1,
        languageProfileId: 1,
        monitored,
        monitorNewItems: 'all',
        seasonFolder: true,
        seriesType: 'standard',
        seasons: [],
        tags,
        added: clock.now(),
      }
      state.series.push(added)
      refresh(state, added)
      for (const episode of files.flatMap((which) => pick(state, added, which))) {
        const file = newFile(app, added, [episode], undefined)
        state.files.push(file)
        episode.fileId = file.id
      }
      return added
    },

    /** An indexer offers something from now on. If all of it is monitored and missing, it is grabbed at once. */
    release: async (tvdbId: number, which: Which, wanted: Partial<Release> = {}): Promise<void> => {
      const title = findShow(state, tvdbId)
      if (!title) throw new Error(`Nobody knows a show ${tvdbId}.`)
      const there = state.series.find((one) => one.title === title)
      const count = there ? pick(state, there, which).length : 1
      state.offers.push({ tvdbId, which, release: releaseOf(state, title.title, which, count, wanted) })
      if (there) await search(app, there, pick(state, there, which))
    },
    grab: grabNow,
    /** The download client has got so far; 100 leaves the download waiting for its import. */
    progress: (tvdbId: number, percent: number, which?: Which): void =>
      advance(download(tvdbId, which), percent),
    /** The download client can't go on: the queue shows a warning with its words. */
    stall: (tvdbId: number, message = 'The download is stalled with no connections', which?: Which): void => {
      Object.assign(download(tvdbId, which), {
        status: 'warning',
        trackedStatus: 'warning',
        errorMessage: message,
      })
    },
    pause: (tvdbId: number, which?: Which): void => {
      download(tvdbId, which).status = 'paused'
    },
    /** The download fails for good; Sonarr forgets it and sends no webhook. */
    fail: (tvdbId: number, message = 'Unpacking failed', which?: Which): void =>
      failDownload(app, download(tvdbId, which), message),
    /** Imports the download file by file; resolves when every receiver of every webhook has answered. */
    import: importNow,
    /** A person imports files that Sonarr never downloaded. */
    importByHand: (tvdbId: number, which: Which): Promise<void> =>
      importFiles(app, series(tvdbId), episodes(tvdbId, which), undefined),
    /** A better release is grabbed and takes the place of the files. */
    upgrade: async (tvdbId: number, which: Which, wanted: Partial<Release> = { quality: 'Bluray-1080p' }) => {
      const better = await grabNow(tvdbId, which, wanted)
      await importFiles(app, series(tvdbId), wantedBy(state, better), better)
    },
    /** The import needs a person. */
    blockImport: (
      tvdbId: number,
      reason = 'Found matching series via grab history, but release was matched to series by ID.',
      which?: Which,
    ): Promise<void> => blockImport(app, series(tvdbId), download(tvdbId, which), reason),
    deleteFile: async (tvdbId: number, which: Which, reason: DeleteReason = 'manual'): Promise<void> => {
      for (const file of files(tvdbId, which)) await deleteFile(app, series(tvdbId), file, reason)
    },
    /** A person removes the show in Sonarr's own interface. */
    remove: (tvdbId: number, { deleteFiles = false, exclude = false } = {}): Promise<void> =>
      removeSeries(app, series(tvdbId), deleteFiles, exclude),
    rename: async (tvdbId: number, which: Which, relativePath: string): Promise<void> => {
      for (const file of files(tvdbId, which)) await renameFile(app, series(tvdbId), file, relativePath)
    },
    /** From now on a search finds, fetches and imports by itself. Answers with how to stop that. */
    live: (options: Partial<SonarrLive> = {}): (() => void) => {
      state.live = { ...LIVE, packs: true, ...options }
      return () => {
        delete state.live
      }
    },
  }
}
