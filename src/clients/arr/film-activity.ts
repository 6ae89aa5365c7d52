import { z } from 'zod'
import type { Instant } from '../../platform/clock.ts'
import type { CallOptions } from '../http/types.ts'
import { event, readHistory } from './history.ts'
import type { ArrKit } from './kit.ts'
import { download, itemOf, readQueue } from './queue.ts'
import type { HistoryEvent, QueueItem } from './types.ts'

const filmDownload = download.extend({ movieId: z.number().nullish() })
const filmEvent = event.extend({ movieId: z.number() })

/** Every download that belongs to a film; a Fault rather than a part of them. */
export const readFilmQueue = async (
  kit: ArrKit,
  service: string,
  options?: CallOptions,
): Promise<readonly QueueItem[]> => {
  const query = { includeMovie: false, includeUnknownMovieItems: false }
  const downloads = await readQueue(kit, service, filmDownload, query, options)
  return downloads.flatMap((one) => (one.movieId ? [itemOf(one, one.movieId)] : []))
}

/** What happened to Radarr's films at `since` or later, oldest first. */
export const readFilmHistory = async (
  kit: ArrKit,
  since: Instant,
  options?: CallOptions,
): Promise<readonly HistoryEvent[]> => {
  const owner = ({ movieId }: z.infer<typeof filmEvent>) => ({ arrId: movieId })
  return readHistory(kit, filmEvent, { includeMovie: false }, owner, since, options)
}
