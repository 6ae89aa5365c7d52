import type { Http } from '../http/types.ts'
import { addFilm } from './add-film.ts'
import { listConnections, removeConnection, saveConnection, testConnection } from './connection.ts'
import { findFilm, monitorFilm, searchFilm } from './film.ts'
import { readHistory } from './history.ts'
import { createKit } from './kit.ts'
import { lookupFilms, lookupTitle } from './lookup-film.ts'
import { readFolders, readProfiles, readStatus, readTags } from './offers.ts'
import { readQueue } from './queue.ts'
import type { ArrSettings, Radarr } from './types.ts'

/** One Radarr, by its API v3. */
export const createRadarr = (settings: ArrSettings, http: Http): Radarr => {
  const kit = createKit(settings, http)
  return {
    status: (options) => readStatus(kit, options),
    profiles: (options) => readProfiles(kit, options),
    folders: (options) => readFolders(kit, options),
    tags: (options) => readTags(kit, options),
    find: (tmdbId, options) => findFilm(kit, tmdbId, options),
    lookup: (term, options) => lookupFilms(kit, term, options),
    title: (tmdbId, options) => lookupTitle(kit, tmdbId, options),
    add: (film, options) => addFilm(kit, film, options),
    monitor: (arrId, options) => monitorFilm(kit, arrId, options),
    search: (arrId, options) => searchFilm(kit, arrId, options),
    queue: (options) => readQueue(kit, settings.name, options),
    historySince: (since, options) => readHistory(kit, since, options),
    listConnections: (options) => listConnections(kit, options),
    saveConnection: (desired, existingId, options) => saveConnection(kit, desired, existingId, options),
    removeConnection: (id, options) => removeConnection(kit, id, options),
    testConnection: (which, options) => testConnection(kit, which, options),
  }
}
