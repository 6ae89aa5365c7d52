import { SHOW_GENRES } from '../catalogue/genres.ts'
import type { CatalogueEpisode, CatalogueSeason, CatalogueShow } from '../catalogue/types.ts'
import { picturePath, type Shelf } from '../shelf.ts'
import { networksOf } from './network.ts'
import { overviewIn } from './overview.ts'
import { productionCountry, spokenLanguage } from './places.ts'
import { episodeInShow, seasonInList } from './season.ts'
import { votesFor } from './votes.ts'

const genres = (show: CatalogueShow) => show.genres.map((name) => ({ id: SHOW_GENRES[name] ?? 0, name }))

const pictures = ({ tmdbId, overview }: CatalogueShow) => ({
  backdrop_path: overview === '' ? null : picturePath('tv', tmdbId, true),
  poster_path: overview === '' ? null : picturePath('tv', tmdbId),
})

type Aired = { season: CatalogueSeason; episode: CatalogueEpisode; at: number }

/** The episodes whose day is known, specials aside, in the order in which they come out. */
const aired = ({ seasons }: CatalogueShow): Aired[] =>
  seasons
    .filter(({ number }) => number > 0)
    .flatMap((season) =>
      season.episodes.flatMap((episode) =>
        episode.airDate === undefined ? [] : [{ season, episode, at: Date.parse(episode.airDate) }],
      ),
    )
    .toSorted((one, other) => one.at - other.at)

const firstDay = (show: CatalogueShow): string => aired(show)[0]?.episode.airDate ?? ''

/** A show in a list. */
export const showInList = (show: CatalogueShow, language: string | null) => ({
  adult: false,
  ...pictures(show),
  genre_ids: genres(show).map(({ id }) => id),
  id: show.tmdbId,
  origin_country: [show.country],
  original_language: show.originalLanguage,
  original_name: show.originalTitle,
  overview: overviewIn(language, show.overview),
  popularity: show.popularity,
  first_air_date: firstDay(show),
  name: show.title,
  ...votesFor(show.tmdbId),
})

/** Everything about a show. What counts as its last and next episode depends on the day. */
export const showDetails = (shelf: Shelf, show: CatalogueShow, language: string | null) => {
  const { genre_ids: _, ...listed } = showInList(show, language)
  const episodes = aired(show)
  const last = episodes.findLast(({ at }) => at <= shelf.now())
  const next = episodes.find(({ at }) => at > shelf.now())
  const numbered = show.seasons.filter(({ number }) => number > 0)
  const named = (one: Aired | undefined) => (one ? episodeInShow(show, one.season, one.episode) : null)
  return {
    ...listed,
    created_by: [],
    episode_run_time: show.runtime > 0 ? [show.runtime] : [],
    genres: genres(show),
    homepage: '',
    in_production: show.status === 'Returning Series' || show.status === 'In Production',
    languages: [show.originalLanguage],
    last_air_date: last?.episode.airDate ?? null,
    last_episode_to_air: named(last),
    next_episode_to_air: named(next),
    networks: networksOf(show),
    number_of_episodes: numbered.reduce((sum, season) => sum + season.episodes.length, 0),
    number_of_seasons: numbered.length,
    production_companies: [],
    production_countries: [productionCountry(show.country)],
    seasons: show.seasons.map((season) => seasonInList(show, season)),
    spoken_languages: [spokenLanguage(show.originalLanguage)],
    status: show.status,
    tagline: '',
    type: numbered.length === 1 && show.status === 'Ended' ? 'Miniseries' : 'Scripted',
  }
}

/** How a show is rated, where that is known. */
export const contentRatings = ({ certification }: CatalogueShow) => ({
  results: certification ? [{ descriptors: [], iso_3166_1: 'US', rating: certification }] : [],
})

/** The numbers of a show elsewhere. */
export const showExternalIds = ({ imdbId, tvdbId }: CatalogueShow) => ({
  imdb_id: imdbId ?? null,
  freebase_mid: null,
  freebase_id: null,
  tvdb_id: tvdbId ?? null,
  tvrage_id: null,
  wikidata_id: null,
  facebook_id: null,
  instagram_id: null,
  twitter_id: null,
})
