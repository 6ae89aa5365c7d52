import { z } from 'zod'
import type { Title } from '../../domain/titles/title.ts'
import type { Instant } from '../../platform/clock.ts'
import { instantIn } from '../http/instant.ts'

const text = z.string().nullish()

/** A film's dates by country. */
export const releaseDates = z.object({
  results: z
    .array(
      z.object({
        iso_3166_1: z.string(),
        release_dates: z
          .array(z.object({ type: z.number(), release_date: text, certification: text }))
          .nullish(),
      }),
    )
    .nullish(),
})

type ReleaseDates = z.infer<typeof releaseDates>

/** TMDB's numbers of the kinds of release. Premieres and television are left out: nobody can go there. */
const TYPES = { cinema: [2, 3], digital: [4], physical: [5] } as const

const earliest = (dates: readonly Instant[]): Instant | undefined =>
  dates.length > 0 ? Math.min(...dates) : undefined

/** When a film came out, or will: where the reader is, else in the first of `regions` that knows, else anywhere. */
export const releasesIn = (
  { results }: ReleaseDates,
  regions: readonly string[],
  first: Instant | undefined,
): Title['releases'] => {
  const dates = (types: readonly number[], region?: string): readonly Instant[] =>
    (results ?? [])
      .filter(({ iso_3166_1 }) => region === undefined || iso_3166_1 === region)
      .flatMap(({ release_dates }) => release_dates ?? [])
      .filter(({ type }) => types.includes(type))
      .flatMap(({ release_date }) => instantIn(release_date) ?? [])
  const find = (types: readonly number[]) =>
    [...regions, undefined].map((region) => earliest(dates(types, region))).find((date) => date !== undefined)
  const cinema = find(TYPES.cinema) ?? first
  const digital = find(TYPES.digital)
  const physical = find(TYPES.physical)
  return {
    ...(cinema === undefined ? {} : { cinema }),
    ...(digital === undefined ? {} : { digital }),
    ...(physical === undefined ? {} : { physical }),
  }
}

/** The age rating in the first of `regions` that gives one. Another country's would be read as one's own. */
export const certificationIn = (
  ratings: readonly Readonly<{ region: string; rating: string | null | undefined }>[],
  regions: readonly string[],
): { certification?: string } => {
  const found = regions
    .map((region) => ratings.find((one) => one.region === region && one.rating)?.rating)
    .find((rating) => rating)
  return found ? { certification: found } : {}
}
