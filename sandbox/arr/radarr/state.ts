import type { Adding } from '../kit/adding.ts'
import type { Release } from '../kit/downloads.ts'
import type { LiveOptions } from '../kit/live.ts'
import type { State } from '../kit/state.ts'
import type { Title } from '../kit/titles.ts'

export const AVAILABILITIES = ['tba', 'announced', 'inCinemas', 'released', 'deleted'] as const
export type Availability = (typeof AVAILABILITIES)[number]

export type MovieFile = {
  id: number
  relativePath: string
  path: string
  quality: string
  size: number
  dateAdded: number
  /** Absent for a file that came by hand. */
  sceneName?: string
  group?: string
  flags: string[]
}

export type AddOptions = { searchForMovie?: boolean; monitor?: string; addMethod?: string }

/** A film in the library. */
export type Movie = {
  id: number
  title: Title
  path: string
  qualityProfileId: number
  monitored: boolean
  minimumAvailability: Availability
  tags: number[]
  added: number
  addOptions?: AddOptions | undefined
  file?: MovieFile | undefined
  lastSearch?: number
}

export type Exclusion = { id: number; tmdbId: number; movieTitle: string; movieYear: number }

export type RadarrState = State & {
  titles: readonly Title[]
  movies: Movie[]
  exclusions: Exclusion[]
  adding: Adding
  /** What the indexers offer, by TMDB number. */
  offers: Map<number, Release>
  live?: Required<LiveOptions>
}
