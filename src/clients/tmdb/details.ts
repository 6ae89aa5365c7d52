import { z } from 'zod'
import type { SeasonFacts, Title } from '../../domain/titles/title.ts'
import { instantIn } from '../http/instant.ts'
import type { CallOptions } from '../http/types.ts'
import { listed, nameOf, posterOf, yearOf } from './candidate.ts'
import type { Line } from './line.ts'
import { languageOf, regionsOf } from './locale.ts'
import { certificationIn, releaseDates, releasesIn } from './releases.ts'

const text = z.string().nullish()
const common = listed.extend({
  overview: text,
  genres: z.array(z.object({ name: text })).nullish(),
  external_ids: z.object({ imdb_id: text, tvdb_id: z.number().nullish() }).nullish(),
})
const film = common.extend({ runtime: z.number().nullish(), release_dates: releaseDates.nullish() })
const show = common.extend({
  status: text,
  seasons: z
    .array(
      z.object({
        season_number: z.number().int().min(0),
        episode_count: z.number().int().nullish(),
        air_date: text,
      }),
    )
    .nullish(),
  episode_run_time: z.array(z.number()).nullish(),
  content_ratings: z
    .object({ results: z.array(z.object({ iso_3166_1: z.string(), rating: text })).nullish() })
    .nullish(),
})

const idsOf = ({ id, external_ids }: z.infer<typeof common>): Title['ids'] => {
  const imdb = external_ids?.imdb_id
  const tvdb = external_ids?.tvdb_id
  return {
    tmdb: String(id),
    ...(imdb && /^tt\d+$/.test(imdb) ? { imdb } : {}),
    ...(tvdb ? { tvdb: String(tvdb) } : {}),
  }
}

const wordsOf = (one: z.infer<typeof common>) => ({
  name: nameOf(one),
  genres: (one.genres ?? []).flatMap(({ name }) => (name ? [name] : [])),
  ...(one.overview ? { overview: one.overview } : {}),
  ...posterOf(one.poster_path),
})

const lasting = (minutes: number | null | undefined) => (minutes ? { runtimeMinutes: minutes } : {})

/** A film with its dates and rating, in one call. */
export const readFilm = async (
  line: Line,
  tmdbId: string,
  locale: string,
  options?: CallOptions,
): Promise<Title> => {
  const query = { language: languageOf(locale), append_to_response: 'external_ids,release_dates' }
  const found = await line('read a film', `movie/${encodeURIComponent(tmdbId)}`, query, film, options)
  const regions = regionsOf(locale)
  const dates = found.release_dates ?? {}
  const ratings = (dates.results ?? []).flatMap(({ iso_3166_1, release_dates }) =>
    (release_dates ?? []).map(({ certification }) => ({ region: iso_3166_1, rating: certification })),
  )
  return {
    kind: 'film',
    ids: idsOf(found),
    ...wordsOf(found),
    ...yearOf(found.release_date),
    ...lasting(found.runtime),
    ...certificationIn(ratings, regions),
    releases: releasesIn(dates, regions, instantIn(found.release_date)),
  }
}

const seasonsOf = ({ seasons }: z.infer<typeof show>): readonly SeasonFacts[] =>
  (seasons ?? [])
    .map(({ season_number, episode_count, air_date }) => {
      const firstAired = instantIn(air_date)
      return {
        number: season_number,
        ...(episode_count == null ? {} : { episodes: episode_count }),
        ...(firstAired === undefined ? {} : { firstAired }),
      }
    })
    .toSorted((one, other) => one.number - other.number)

const ENDED: ReadonlySet<string> = new Set(['Ended', 'Canceled'])

/** A show with its seasons and rating, in one call. It can be watched at home from its first evening on. */
export const readShow = async (
  line: Line,
  tmdbId: string,
  locale: string,
  options?: CallOptions,
): Promise<Title> => {
  const query = { language: languageOf(locale), append_to_response: 'external_ids,content_ratings' }
  const found = await line('read a show', `tv/${encodeURIComponent(tmdbId)}`, query, show, options)
  const ratings = (found.content_ratings?.results ?? []).map(({ iso_3166_1, rating }) => ({
    region: iso_3166_1,
    rating,
  }))
  const digital = instantIn(found.first_air_date)
  return {
    kind: 'show',
    ids: idsOf(found),
    ...wordsOf(found),
    ...yearOf(found.first_air_date),
    ...lasting(found.episode_run_time?.[0]),
    ...certificationIn(ratings, regionsOf(locale)),
    releases: digital === undefined ? {} : { digital },
    seasons: seasonsOf(found),
    ended: ENDED.has(found.status ?? ''),
  }
}
