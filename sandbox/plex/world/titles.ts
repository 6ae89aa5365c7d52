import { createHash } from 'node:crypto'
import type { Catalogue, CatalogueFilm, CatalogueShow } from '../../tmdb/catalogue/types.ts'
import type { PlexTitle, World } from './types.ts'

/** What Plex calls a title of the catalogue, in every world the same. */
const plexKeyOf = (kind: PlexTitle['kind'], tmdbId: number): string =>
  createHash('sha1').update(`${kind} ${tmdbId}`).digest('hex').slice(0, 24)

const common = (kind: PlexTitle['kind'], title: CatalogueFilm | CatalogueShow) => ({
  key: plexKeyOf(kind, title.tmdbId),
  kind,
  title: title.title,
  year: title.year,
  ids: {
    ...(title.imdbId !== undefined && { imdb: title.imdbId }),
    tmdb: title.tmdbId,
    ...(title.tvdbId !== undefined && { tvdb: title.tvdbId }),
  },
  overview: title.overview,
  runtime: title.runtime,
  genres: title.genres,
  ...(title.certification !== undefined && { certification: title.certification }),
  isGone: false,
})

const film = (title: CatalogueFilm): PlexTitle => ({
  ...common('movie', title),
  ...(title.inCinemas !== undefined && { released: title.inCinemas }),
  seasons: [],
})

const show = (title: CatalogueShow): PlexTitle => {
  const released = title.seasons.find(({ number }) => number > 0)?.episodes[0]?.airDate
  return {
    ...common('show', title),
    ...(released !== undefined && { released }),
    seasons: title.seasons.map(({ number, episodes }) => ({ number, episodes: episodes.length })),
  }
}

/** The titles of a catalogue as Plex knows them. */
export const titlesOf = ({ films, shows }: Catalogue): PlexTitle[] => [...films.map(film), ...shows.map(show)]

/** How a title is named: by itself, by its key, or by its English title, with the kind where that alone is no answer. */
export type TitleName = PlexTitle | string

/** Finds a title, and throws where there is none or more than one. */
export const findTitle = (world: World, name: TitleName, kind?: PlexTitle['kind']): PlexTitle => {
  if (typeof name !== 'string') return name
  const byKey = world.titles.get(name)
  if (byKey) return byKey
  const [title, ...others] = [...world.titles.values()].filter(
    (one) => one.title === name && (kind === undefined || one.kind === kind),
  )
  if (!title) throw new Error(`Plex knows no title “${name}”.`)
  if (others.length > 0) throw new Error(`Plex knows more than one title “${name}”.`)
  return title
}

/** What a title outside of the catalogue is made of. */
export type NewTitle = Pick<PlexTitle, 'kind' | 'title'> & Partial<PlexTitle>

/** Lets Plex know one more title; by itself without any ids, as of something that was never matched. */
export const addTitle = (world: World, facts: NewTitle): PlexTitle => {
  const title: PlexTitle = {
    key: createHash('sha1').update(`${facts.kind} ${facts.title}`).digest('hex').slice(0, 24),
    year: 2020,
    ids: {},
    overview: '',
    runtime: 90,
    genres: [],
    seasons: [],
    isGone: false,
    ...facts,
  }
  world.titles.set(title.key, title)
  return title
}
