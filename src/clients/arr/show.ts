import { z } from 'zod'
import { SECOND } from '../../platform/clock.ts'
import type { CallOptions } from '../http/types.ts'
import type { ArrKit } from './kit.ts'
import type { ArrSeason, ArrShow } from './types.ts'

const count = z.number().nullish()
const shows = z.array(
  z.object({
    id: z.number(),
    tvdbId: z.number(),
    title: z.string().nullish(),
    monitored: z.boolean(),
    monitorNewItems: z.string().nullish(),
    ended: z.boolean().nullish(),
    seasons: z
      .array(
        z.object({
          seasonNumber: z.number(),
          monitored: z.boolean(),
          statistics: z
            .object({ episodeCount: count, episodeFileCount: count, totalEpisodeCount: count })
            .nullish(),
        }),
      )
      .nullish(),
  }),
)

type Season = NonNullable<z.infer<typeof shows>[number]['seasons']>[number]

const seasonOf = ({ seasonNumber, monitored, statistics }: Season): ArrSeason => ({
  number: seasonNumber,
  monitored,
  episodes: statistics?.episodeCount ?? 0,
  files: statistics?.episodeFileCount ?? 0,
  total: statistics?.totalEpisodeCount ?? 0,
})

/** The show in Sonarr's own library, if it is there. The deadline is long: Sonarr counts all its files for this. */
export const findShow = async (
  kit: ArrKit,
  tvdbId: number,
  options?: CallOptions,
): Promise<ArrShow | undefined> => {
  const asked = { ...options, query: { tvdbId }, deadlineMs: 30 * SECOND }
  const found = await kit.ask('look for a show', 'series', shows, asked)
  const show = found.find((one) => one.tvdbId === tvdbId)
  if (show === undefined) return undefined
  return {
    arrId: show.id,
    tvdbId,
    title: show.title ?? '',
    monitored: show.monitored,
    monitorsNew: show.monitorNewItems === 'all',
    ended: show.ended ?? false,
    seasons: (show.seasons ?? []).map(seasonOf).sort((a, b) => a.number - b.number),
  }
}
