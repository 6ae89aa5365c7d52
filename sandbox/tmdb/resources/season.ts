import { createHash } from 'node:crypto'
import type { CatalogueEpisode, CatalogueSeason, CatalogueShow } from '../catalogue/types.ts'
import { picturePath } from '../shelf.ts'
import { networksOf } from './network.ts'

const seasonId = (show: CatalogueShow, season: number) => show.tmdbId * 100 + season
const episodeId = (show: CatalogueShow, season: number, episode: number) =>
  seasonId(show, season) * 100 + episode

const seasonName = (number: number): string => (number === 0 ? 'Specials' : `Season ${number}`)

const posterOf = (show: CatalogueShow) => (show.overview === '' ? null : picturePath('tv', show.tmdbId))

/** A season among others. */
export const seasonInList = (show: CatalogueShow, { number, episodes }: CatalogueSeason) => ({
  air_date: episodes[0]?.airDate ?? null,
  episode_count: episodes.length,
  id: seasonId(show, number),
  name: seasonName(number),
  overview: '',
  poster_path: posterOf(show),
  season_number: number,
  vote_average: 0,
})

/** An episode, as a show names its last and its next one. */
export const episodeInShow = (show: CatalogueShow, season: CatalogueSeason, episode: CatalogueEpisode) => ({
  id: episodeId(show, season.number, episode.number),
  name: episode.title,
  overview: '',
  vote_average: 0,
  vote_count: 0,
  air_date: episode.airDate ?? null,
  episode_number: episode.number,
  episode_type: episode === season.episodes.at(-1) ? 'finale' : 'standard',
  production_code: '',
  runtime: show.runtime || null,
  season_number: season.number,
  show_id: show.tmdbId,
  still_path: null,
})

/** Everything about a season. */
export const seasonDetails = (show: CatalogueShow, season: CatalogueSeason) => ({
  _id: createHash('sha256').update(`${show.tmdbId} ${season.number}`).digest('hex').slice(0, 24),
  air_date: season.episodes[0]?.airDate ?? null,
  episodes: season.episodes.map((episode) => ({
    ...episodeInShow(show, season, episode),
    crew: [],
    guest_stars: [],
  })),
  name: seasonName(season.number),
  networks: networksOf(show),
  overview: '',
  id: seasonId(show, season.number),
  poster_path: posterOf(show),
  season_number: season.number,
  vote_average: 0,
})
