import { z } from 'zod'
import type { Instant } from '../../platform/clock.ts'
import { instantIn } from '../http/instant.ts'
import type { CallOptions } from '../http/types.ts'
import type { ArrKit } from './kit.ts'
import type { HistoryEvent } from './types.ts'

const events = z.array(
  z.object({
    id: z.number(),
    movieId: z.number(),
    date: z.string(),
    eventType: z.string(),
    downloadId: z.string().nullish(),
  }),
)

const MEANINGS: Readonly<Record<string, HistoryEvent['what']>> = {
  grabbed: 'grabbed',
  downloadFolderImported: 'imported',
  movieFolderImported: 'imported',
  downloadFailed: 'failed',
  movieFileDeleted: 'file-deleted',
}

/** What happened to Radarr's films at `since` or later, oldest first. */
export const readHistory = async (
  kit: ArrKit,
  since: Instant,
  options?: CallOptions,
): Promise<readonly HistoryEvent[]> => {
  const query = { date: new Date(since).toISOString(), includeMovie: false }
  const found = await kit.ask('read the history', 'history/since', events, { ...options, query })
  return found
    .flatMap(({ id, movieId, date, eventType, downloadId }) => {
      const at = instantIn(date)
      if (at === undefined) return []
      const what = MEANINGS[eventType] ?? 'other'
      return [{ id, arrId: movieId, at, what, ...(downloadId ? { downloadId } : {}) }]
    })
    .sort((a, b) => a.at - b.at || a.id - b.id)
}
