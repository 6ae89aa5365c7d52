import type { EpisodeFact } from '../../domain/seasons/snapshot.ts'
import type { ArrEpisode } from './types.ts'

/** An episode of Sonarr's in the words of the core. */
export const factOf = ({ season, episode, hasFile, airsAt }: ArrEpisode): EpisodeFact => ({
  season,
  episode,
  here: hasFile,
  ...(airsAt === undefined ? {} : { airsAt }),
})
