import { z } from 'zod'
import type { Candidate, Kind } from '../../domain/titles/title.ts'
import { instantIn } from '../http/instant.ts'

const text = z.string().nullish()

/** A film or show as TMDB lists it; a film has `title` and `release_date`, a show the others. */
export const listed = z.object({
  id: z.number(),
  title: text,
  original_title: text,
  release_date: text,
  name: text,
  original_name: text,
  first_air_date: text,
  poster_path: text,
  popularity: z.number().nullish(),
})

export type Listed = z.infer<typeof listed>

/** The year of an ISO date. */
export const yearOf = (date: string | null | undefined): { year?: number } => {
  const instant = instantIn(date)
  return instant === undefined ? {} : { year: new Date(instant).getUTCFullYear() }
}

/** The path of a poster, if it is one: it becomes a part of a public address. */
export const posterOf = (path: string | null | undefined): { posterPath?: string } =>
  path && /^\/[\w.-]+$/.test(path) ? { posterPath: path } : {}

export const nameOf = (one: Listed): string =>
  one.title || one.name || one.original_title || one.original_name || ''

export const candidateOf = (kind: Kind, one: Listed): Candidate => ({
  ref: { kind, source: 'tmdb', value: String(one.id) },
  name: nameOf(one),
  ...yearOf(kind === 'film' ? one.release_date : one.first_air_date),
  ...posterOf(one.poster_path),
})
