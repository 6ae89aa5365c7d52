import type { Candidate, Kind, Title, TitleRef } from '../../domain/titles/title.ts'
import type { CallOptions } from '../http/types.ts'

export type TmdbSettings = Readonly<{ apiUrl: string; imageUrl: string; token: string }>

/** `locale` is Discord's language tag; both kinds are searched when none is named. */
export type SearchOptions = CallOptions & Readonly<{ kind?: Kind; year?: number; locale: string }>

type PosterSize = 'w92' | 'w154' | 'w185' | 'w342' | 'w500' | 'w780' | 'original'

/** An episode as TMDB tells of it. */
export type TmdbEpisode = Readonly<{ episode: number; name?: string; airsAt?: number }>

/** TMDB. Every call throws Faults and nothing else; a title that TMDB doesn't know is undefined. */
export type Tmdb = {
  /** The best matches first, at most twenty. */
  search(text: string, options: SearchOptions): Promise<readonly Candidate[]>
  /** Everything known of a title, whoever's number it is named by. */
  title(ref: TitleRef, locale: string, options?: CallOptions): Promise<Title | undefined>
  /** The episodes of a season of the show with that number at TMDB. */
  season(
    tmdbId: string,
    season: number,
    locale: string,
    options?: CallOptions,
  ): Promise<readonly TmdbEpisode[]>
  /** The TMDB title behind a number of IMDb or TVDB. */
  find(ref: TitleRef, locale: string, options?: CallOptions): Promise<Candidate | undefined>
  /** The public address of a poster. */
  posterUrl(path: string, size: PosterSize): string
}
