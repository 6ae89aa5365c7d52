import { z } from 'zod'
import { SECOND } from '../../platform/clock.ts'
import { instantIn } from '../http/instant.ts'
import { statusFault } from '../http/status-fault.ts'
import type { CallOptions } from '../http/types.ts'
import { sendCommand } from './command.ts'
import type { ArrKit } from './kit.ts'
import type { ArrEpisode } from './types.ts'

const text = z.string().nullish()
const episodes = z.array(
  z.object({
    id: z.number(),
    seasonNumber: z.number(),
    episodeNumber: z.number(),
    title: text,
    airDateUtc: text,
    hasFile: z.boolean().nullish(),
    monitored: z.boolean(),
    lastSearchTime: text,
  }),
)

const episodeOf = (found: z.infer<typeof episodes>[number]): ArrEpisode => {
  const airsAt = instantIn(found.airDateUtc)
  const lastSearchAt = instantIn(found.lastSearchTime)
  return {
    id: found.id,
    season: found.seasonNumber,
    episode: found.episodeNumber,
    ...(found.title ? { title: found.title } : {}),
    ...(airsAt === undefined ? {} : { airsAt }),
    hasFile: found.hasFile ?? false,
    monitored: found.monitored,
    ...(lastSearchAt === undefined ? {} : { lastSearchAt }),
  }
}

/** The episodes of a show, in their order; of some shows there are thousands, hence the long deadline. */
export const readEpisodes = async (
  kit: ArrKit,
  arrId: number,
  options?: CallOptions,
): Promise<readonly ArrEpisode[]> => {
  const asked = { ...options, query: { seriesId: arrId }, deadlineMs: 30 * SECOND }
  const found = await kit.ask('list the episodes', 'episode', episodes, asked)
  return found.map(episodeOf).sort((a, b) => a.season - b.season || a.episode - b.episode)
}

/** Switches episodes on, and nothing around them. */
export const monitorEpisodes = async (
  kit: ArrKit,
  episodeIds: readonly number[],
  options?: CallOptions,
): Promise<void> => {
  if (episodeIds.length === 0) return
  const asked = { ...options, method: 'PUT', body: { episodeIds, monitored: true } } as const
  await kit.tell('monitor episodes', 'episode/monitor', asked, statusFault)
}

/** Has Sonarr look for releases of a season now. */
export const searchSeason = async (
  kit: ArrKit,
  arrId: number,
  season: number,
  options?: CallOptions,
): Promise<void> => {
  const body = { name: 'SeasonSearch', seriesId: arrId, seasonNumber: season }
  await sendCommand(kit, 'search for a season', body, options)
}

/** Has Sonarr look for releases of single episodes now. */
export const searchEpisodes = async (
  kit: ArrKit,
  episodeIds: readonly number[],
  options?: CallOptions,
): Promise<void> => {
  if (episodeIds.length === 0) return
  await sendCommand(kit, 'search for episodes', { name: 'EpisodeSearch', episodeIds }, options)
}
