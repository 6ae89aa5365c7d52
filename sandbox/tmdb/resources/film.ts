import { FILM_GENRES } from '../catalogue/genres.ts'
import type { CatalogueFilm } from '../catalogue/types.ts'
import { picturePath, type Shelf } from '../shelf.ts'
import { overviewIn } from './overview.ts'
import { productionCountry, spokenLanguage } from './places.ts'
import { votesFor } from './votes.ts'

const genres = (film: CatalogueFilm) => film.genres.map((name) => ({ id: FILM_GENRES[name] ?? 0, name }))

const pictures = ({ tmdbId, overview }: CatalogueFilm) => ({
  // What has no plot has no pictures either: such titles are hardly more than a name on TMDB.
  backdrop_path: overview === '' ? null : picturePath('movie', tmdbId, true),
  poster_path: overview === '' ? null : picturePath('movie', tmdbId),
})

/** A film in a list. */
export const filmInList = (film: CatalogueFilm, language: string | null) => ({
  adult: false,
  ...pictures(film),
  genre_ids: genres(film).map(({ id }) => id),
  id: film.tmdbId,
  original_language: film.originalLanguage,
  original_title: film.originalTitle,
  overview: overviewIn(language, film.overview),
  popularity: film.popularity,
  release_date: film.inCinemas ?? '',
  title: film.title,
  video: false,
  ...votesFor(film.tmdbId),
})

const statusOf = ({ inCinemas }: CatalogueFilm, now: number): string => {
  if (inCinemas === undefined) return 'Planned'
  return Date.parse(inCinemas) <= now ? 'Released' : 'Post Production'
}

/** Everything about a film. */
export const filmDetails = (shelf: Shelf, film: CatalogueFilm, language: string | null) => {
  const { genre_ids: _, ...listed } = filmInList(film, language)
  return {
    ...listed,
    belongs_to_collection: null,
    budget: 0,
    genres: genres(film),
    homepage: '',
    imdb_id: film.imdbId ?? null,
    origin_country: [film.country],
    production_companies: [],
    production_countries: [productionCountry(film.country)],
    revenue: 0,
    runtime: film.runtime,
    spoken_languages: [spokenLanguage(film.originalLanguage)],
    status: statusOf(film, shelf.now()),
    tagline: '',
  }
}

const release = (type: number, date: string, certification: string) => ({
  certification,
  descriptors: [],
  iso_639_1: '',
  note: '',
  release_date: `${date}T00:00:00.000Z`,
  type,
})

/** When a film came out: 3 in cinemas, 4 for download, 5 on disc. */
export const releaseDates = ({
  inCinemas,
  digitalRelease,
  physicalRelease,
  certification = '',
}: CatalogueFilm) => {
  const dates = [
    { type: 3, date: inCinemas },
    { type: 4, date: digitalRelease },
    { type: 5, date: physicalRelease },
  ]
  const releases = dates.flatMap(({ type, date }) => (date ? [release(type, date, certification)] : []))
  return { results: releases.length > 0 ? [{ iso_3166_1: 'US', release_dates: releases }] : [] }
}

/** The numbers of a film elsewhere. */
export const filmExternalIds = ({ imdbId }: CatalogueFilm) => ({
  imdb_id: imdbId ?? null,
  wikidata_id: null,
  facebook_id: null,
  instagram_id: null,
  twitter_id: null,
})
