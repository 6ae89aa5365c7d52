import { z } from 'zod'
import type { Candidate, Title } from '../../domain/titles/title.ts'
import { SECOND } from '../../platform/clock.ts'
import type { CallOptions } from '../http/types.ts'
import type { ArrKit } from './kit.ts'
import { commonFacts, metadata, nameAndYear } from './metadata.ts'

const found = z.array(
  metadata.extend({
    tvdbId: z.number(),
    ended: z.boolean().nullish(),
    seasons: z.array(z.object({ seasonNumber: z.number() })).nullish(),
  }),
)

type Found = z.infer<typeof found>[number]

const look = async (kit: ArrKit, term: string, options?: CallOptions): Promise<readonly Found[]> => {
  const asked = { ...options, query: { term }, deadlineMs: 30 * SECOND }
  return kit.ask('search for shows', 'series/lookup', found, asked)
}

const lookByNumber = async (kit: ArrKit, tvdbId: number, options?: CallOptions) =>
  (await look(kit, `tvdb:${tvdbId}`, options)).find((one) => one.tvdbId === tvdbId)

const seasonsOf = (show: Found): readonly number[] =>
  (show.seasons ?? []).map(({ seasonNumber }) => seasonNumber).sort((a, b) => a - b)

/** Searches the metadata that Sonarr has access to. Its posters are not TMDB's and stay away. */
export const lookupShows = async (
  kit: ArrKit,
  term: string,
  options?: CallOptions,
): Promise<readonly Candidate[]> =>
  (await look(kit, term, options)).map((show) => ({
    ref: { kind: 'show', source: 'tvdb', value: String(show.tvdbId) },
    ...nameAndYear(show),
  }))

/** The numbers of the seasons that Sonarr's metadata knows of a show; empty when it doesn't know the show. */
export const lookupSeasons = async (
  kit: ArrKit,
  tvdbId: number,
  options?: CallOptions,
): Promise<readonly number[]> => {
  const show = await lookByNumber(kit, tvdbId, options)
  return show === undefined ? [] : seasonsOf(show)
}

/** What Sonarr's metadata knows of one show. */
export const lookupShow = async (
  kit: ArrKit,
  tvdbId: number,
  options?: CallOptions,
): Promise<Title | undefined> => {
  const show = await lookByNumber(kit, tvdbId, options)
  if (show === undefined) return undefined
  return {
    kind: 'show',
    ids: {
      tvdb: String(show.tvdbId),
      ...(show.imdbId ? { imdb: show.imdbId } : {}),
      ...(show.tmdbId ? { tmdb: String(show.tmdbId) } : {}),
    },
    ...commonFacts(show),
    releases: {},
    seasons: seasonsOf(show).map((number) => ({ number })),
    ...(show.ended == null ? {} : { ended: show.ended }),
  }
}
