import type { Http } from '../http/types.ts'
import { addShow } from './add-show.ts'
import { createArr } from './arr.ts'
import { monitorEpisodes, readEpisodes, searchEpisodes, searchSeason } from './episodes.ts'
import { createKit } from './kit.ts'
import { lookupShow, lookupShows } from './lookup-show.ts'
import { monitorShow } from './monitor-show.ts'
import { findShow } from './show.ts'
import { readShowHistory, readShowQueue } from './show-activity.ts'
import type { ArrSettings, Sonarr } from './types.ts'

/** One Sonarr, by its API v3, which version 4 speaks. */
export const createSonarr = (settings: ArrSettings, http: Http): Sonarr => {
  const kit = createKit(settings, http)
  return {
    ...createArr(kit),
    find: (tvdbId, options) => findShow(kit, tvdbId, options),
    episodes: (arrId, options) => readEpisodes(kit, arrId, options),
    lookup: (term, options) => lookupShows(kit, term, options),
    title: (tvdbId, options) => lookupShow(kit, tvdbId, options),
    add: (show, options) => addShow(kit, show, options),
    monitor: (arrId, wish, options) => monitorShow(kit, arrId, wish, options),
    monitorEpisodes: (episodeIds, options) => monitorEpisodes(kit, episodeIds, options),
    searchSeason: (arrId, season, options) => searchSeason(kit, arrId, season, options),
    searchEpisodes: (episodeIds, options) => searchEpisodes(kit, episodeIds, options),
    queue: (options) => readShowQueue(kit, settings.name, options),
    historySince: (since, options) => readShowHistory(kit, since, options),
  }
}
