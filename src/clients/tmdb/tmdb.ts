import type { Title, TitleRef } from '../../domain/titles/title.ts'
import type { Clock } from '../../platform/clock.ts'
import { isFault } from '../../platform/faults.ts'
import type { CallOptions, Http } from '../http/types.ts'
import { readFilm, readShow } from './details.ts'
import { findTitle } from './find.ts'
import { openLine } from './line.ts'
import { searchTitles } from './search.ts'
import { readSeason } from './season.ts'
import type { Tmdb, TmdbSettings } from './types.ts'

/** TMDB's API v3, asked no more than 35 times in a second of `clock`. */
export const createTmdb = (settings: TmdbSettings, http: Http, clock: Clock): Tmdb => {
  const line = openLine(settings, http, clock)

  const title = async (ref: TitleRef, locale: string, options?: CallOptions): Promise<Title | undefined> => {
    const known = ref.source === 'tmdb' ? ref : (await findTitle(line, ref, locale, options))?.ref
    if (known === undefined) return undefined
    try {
      const read = known.kind === 'film' ? readFilm : readShow
      return await read(line, known.value, locale, options)
    } catch (error) {
      if (isFault(error, 'not-found')) return undefined
      throw error
    }
  }

  return {
    search: (text, options) => searchTitles(line, text, options),
    title,
    season: (tmdbId, season, locale, options) => readSeason(line, tmdbId, season, locale, options),
    find: (ref, locale, options) => findTitle(line, ref, locale, options),
    posterUrl: (path, size) => `${settings.imageUrl}/${size}${path}`,
  }
}
