import { createHash } from 'node:crypto'
import { PEOPLE, type Person } from './catalogue/people.ts'
import type { Catalogue, CatalogueFilm, CatalogueShow } from './catalogue/types.ts'

/** A picture that is painted when somebody asks for it. */
export type Picture = { seed: string; wide: boolean }

/** What the stand-in serves from, in the order in which it would show it. */
export type Shelf = {
  now(): number
  films: readonly CatalogueFilm[]
  shows: readonly CatalogueShow[]
  people: readonly Person[]
  /** By file name. */
  pictures: ReadonlyMap<string, Picture>
}

const fileName = (seed: string): string =>
  `${createHash('sha256')
    .update(seed)
    .digest('base64')
    .replaceAll(/[^A-Za-z0-9]/g, '')
    .slice(0, 27)}.jpg`

const seedOf = (kind: 'movie' | 'tv', id: number, wide: boolean) => `${kind} ${id}${wide ? ' wide' : ''}`

/** Where TMDB keeps a title's poster or background: a path that begins with a slash. */
export const picturePath = (kind: 'movie' | 'tv', id: number, wide = false): string =>
  `/${fileName(seedOf(kind, id, wide))}`

const picturesOf = (kind: 'movie' | 'tv', titles: readonly { tmdbId: number }[]) =>
  titles.flatMap(({ tmdbId }) =>
    [false, true].map((wide): [string, Picture] => {
      const seed = seedOf(kind, tmdbId, wide)
      return [fileName(seed), { seed, wide }]
    }),
  )

const byPopularity = <One extends { popularity: number }>(titles: readonly One[]): One[] =>
  titles.toSorted((one, other) => other.popularity - one.popularity)

export const createShelf = (catalogue: Catalogue, now: () => number): Shelf => ({
  now,
  films: byPopularity(catalogue.films),
  shows: byPopularity(catalogue.shows),
  people: PEOPLE,
  pictures: new Map([...picturesOf('movie', catalogue.films), ...picturesOf('tv', catalogue.shows)]),
})
