import { z } from 'zod'
import { instantIn } from '../http/instant.ts'
import type { CallOptions } from '../http/types.ts'
import type { Line } from './line.ts'
import { languageOf } from './locale.ts'
import type { TmdbEpisode } from './types.ts'

const season = z.object({
  episodes: z
    .array(
      z.object({
        episode_number: z.number().int(),
        name: z.string().nullish(),
        air_date: z.string().nullish(),
      }),
    )
    .nullish(),
})

/** The episodes of one season, in order. */
export const readSeason = async (
  line: Line,
  tmdbId: string,
  number: number,
  locale: string,
  options?: CallOptions,
): Promise<readonly TmdbEpisode[]> => {
  const path = `tv/${encodeURIComponent(tmdbId)}/season/${number}`
  const found = await line('read a season', path, { language: languageOf(locale) }, season, options)
  return (found.episodes ?? []).map(({ episode_number, name, air_date }) => {
    const airsAt = instantIn(air_date)
    return {
      episode: episode_number,
      ...(name ? { name } : {}),
      ...(airsAt === undefined ? {} : { airsAt }),
    }
  })
}
