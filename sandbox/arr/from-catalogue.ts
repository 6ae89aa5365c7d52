import type { Catalogue, CatalogueFilm, CatalogueShow } from '../tmdb/catalogue/types.ts'
import type { Title } from './kit/titles.ts'

/** What films and shows have in common, in the words of the metadata services that Radarr and Sonarr ask. */
const common = (title: CatalogueFilm | CatalogueShow): Title => ({
  tmdbId: title.tmdbId,
  ...(title.imdbId !== undefined && { imdbId: title.imdbId }),
  ...(title.tvdbId !== undefined && { tvdbId: title.tvdbId }),
  title: title.title,
  year: title.year,
  runtime: title.runtime,
  genres: title.genres,
  overview: title.overview,
  ...(title.certification !== undefined && { certification: title.certification }),
})

const film = (title: CatalogueFilm): Title => ({
  ...common(title),
  ...(title.inCinemas !== undefined && { inCinemas: title.inCinemas }),
  ...(title.digitalRelease !== undefined && { digitalRelease: title.digitalRelease }),
  ...(title.physicalRelease !== undefined && { physicalRelease: title.physicalRelease }),
})

const show = (title: CatalogueShow, nextEpisodeId: () => number): Title => ({
  ...common(title),
  network: title.network,
  ended: title.status === 'Ended' || title.status === 'Canceled',
  seasons: title.seasons.map((season) => ({
    seasonNumber: season.number,
    episodes: season.episodes.map(({ number, title: name, airDate }) => ({
      episodeNumber: number,
      title: name,
      ...(airDate !== undefined && { airDate }),
      tvdbId: nextEpisodeId(),
    })),
  })),
})

/** The titles of a catalogue as the stand-ins of Radarr and Sonarr take them. */
export const titlesOf = ({ films, shows }: Catalogue): Title[] => {
  let episodes = 0
  const nextEpisodeId = () => {
    episodes += 1
    return episodes
  }
  return [...films.map(film), ...shows.map((one) => show(one, nextEpisodeId))]
}
