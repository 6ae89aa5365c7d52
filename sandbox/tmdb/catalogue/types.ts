/** What films and shows have in common. A missing id is one that isn't known; the empty text is no overview. */
type CatalogueTitle = {
  tmdbId: number
  imdbId?: string
  title: string
  originalTitle: string
  /** 0 where no year is known. */
  year: number
  /** Minutes, of an episode for shows; 0 where it isn't known. */
  runtime: number
  /** In TMDB's English words for the kind: `Science Fiction` of films, `Sci-Fi & Fantasy` of shows. */
  genres: readonly string[]
  /** ISO 639-1. */
  originalLanguage: string
  /** ISO 3166-1. */
  country: string
  /** The rating in the United States. */
  certification?: string
  /** How much it is asked for, on a scale of this catalogue's own. */
  popularity: number
  /** Written for this catalogue. */
  overview: string
}

/** A film. Dates are `YYYY-MM-DD`; one that is missing isn't known. */
export type CatalogueFilm = CatalogueTitle & {
  tvdbId?: number
  inCinemas?: string
  digitalRelease?: string
  physicalRelease?: string
}

export type CatalogueEpisode = { number: number; title: string; airDate?: string }

/** Season 0 holds the specials. */
export type CatalogueSeason = { number: number; episodes: readonly CatalogueEpisode[] }

/** As TMDB calls them. */
export type ShowStatus = 'Returning Series' | 'Ended' | 'Canceled' | 'In Production' | 'Planned'

/** A show. */
export type CatalogueShow = CatalogueTitle & {
  tvdbId?: number
  status: ShowStatus
  network: string
  seasons: readonly CatalogueSeason[]
}

/** All the titles that a stand-in knows. */
export type Catalogue = { films: readonly CatalogueFilm[]; shows: readonly CatalogueShow[] }
