import { z } from 'zod'
import type { Instant } from '../../platform/clock.ts'
import type { CallOptions } from '../http/types.ts'
import { event, readHistory } from './history.ts'
import type { ArrKit } from './kit.ts'
import { download, itemOf, readQueue } from './queue.ts'
import type { SonarrEvent, SonarrQueueItem } from './types.ts'

const showDownload = download.extend({
  seriesId: z.number().nullish(),
  seasonNumber: z.number().nullish(),
  episodeId: z.number().nullish(),
})
const showEvent = event.extend({ seriesId: z.number(), episodeId: z.number() })

/** Every download that belongs to a show, one item for each episode; a Fault rather than a part of them. */
export const readShowQueue = async (
  kit: ArrKit,
  service: string,
  options?: CallOptions,
): Promise<readonly SonarrQueueItem[]> => {
  const query = { includeSeries: false, includeEpisode: false, includeUnknownSeriesItems: false }
  const downloads = await readQueue(kit, service, showDownload, query, options)
  return downloads.flatMap((one) => {
    const { seriesId, seasonNumber, episodeId } = one
    if (!seriesId) return []
    return [
      {
        ...itemOf(one, seriesId),
        ...(seasonNumber == null ? {} : { season: seasonNumber }),
        ...(episodeId ? { episodeId } : {}),
      },
    ]
  })
}

/** What happened to Sonarr's episodes at `since` or later, oldest first. */
export const readShowHistory = async (
  kit: ArrKit,
  since: Instant,
  options?: CallOptions,
): Promise<readonly SonarrEvent[]> => {
  const query = { includeSeries: false, includeEpisode: false }
  const owner = ({ seriesId, episodeId }: z.infer<typeof showEvent>) => ({ arrId: seriesId, episodeId })
  return readHistory(kit, showEvent, query, owner, since, options)
}
