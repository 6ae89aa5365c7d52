import type { Http } from '../http/types.ts'
import { addFilm } from './add-film.ts'
import { createArr } from './arr.ts'
import { findFilm, monitorFilm, searchFilm } from './film.ts'
import { readFilmHistory, readFilmQueue } from './film-activity.ts'
import { createKit } from './kit.ts'
import { lookupFilm, lookupFilms } from './lookup-film.ts'
import type { ArrSettings, Radarr } from './types.ts'

/** One Radarr, by its API v3. */
export const createRadarr = (settings: ArrSettings, http: Http): Radarr => {
  const kit = createKit(settings, http)
  return {
    ...createArr(kit),
    find: (tmdbId, options) => findFilm(kit, tmdbId, options),
    lookup: (term, options) => lookupFilms(kit, term, options),
    title: (tmdbId, options) => lookupFilm(kit, tmdbId, options),
    add: (film, options) => addFilm(kit, film, options),
    monitor: (arrId, options) => monitorFilm(kit, arrId, options),
    search: (arrId, options) => searchFilm(kit, arrId, options),
    queue: (options) => readFilmQueue(kit, settings.name, options),
    historySince: (since, options) => readFilmHistory(kit, since, options),
  }
}
