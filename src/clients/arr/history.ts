import { z } from 'zod'
import type { Instant } from '../../platform/clock.ts'
import { instantIn } from '../http/instant.ts'
import type { CallOptions } from '../http/types.ts'
import type { ArrKit } from './kit.ts'
import type { HistoryEvent } from './types.ts'

/** What every application tells of an event; each adds what it happened to. */
export const event = z.object({
  id: z.number(),
  date: z.string(),
  eventType: z.string(),
  downloadId: z.string().nullish(),
  data: z
    .object({ reason: z.string().nullish().catch(undefined), message: z.string().nullish().catch(undefined) })
    .nullish()
    .catch(undefined),
})

type Event = z.infer<typeof event>

/** The history comes in one piece, whatever happened in it: that of a long absence may be long. */
const MOST_BYTES = 128 * 1024 * 1024

const MEANINGS: Readonly<Record<string, HistoryEvent['what']>> = {
  grabbed: 'grabbed',
  downloadFolderImported: 'imported',
  movieFolderImported: 'imported',
  seriesFolderImported: 'imported',
  downloadFailed: 'failed',
  movieFileDeleted: 'file-deleted',
  episodeFileDeleted: 'file-deleted',
}

/**
 * What happened at `since` or later, oldest first, each with the title that it belongs to. `query` holds the
 * application's own fields.
 */
export const readHistory = async <Row extends z.ZodType<Event>, Owner extends { arrId: number }>(
  kit: ArrKit,
  row: Row,
  query: Readonly<Record<string, boolean>>,
  belongsTo: (event: z.infer<Row>) => Owner,
  since: Instant,
  options?: CallOptions,
): Promise<readonly (HistoryEvent & Owner)[]> => {
  const asked = {
    ...options,
    query: { date: new Date(since).toISOString(), ...query },
    maxBytes: MOST_BYTES,
  }
  const found = await kit.ask('read the history', 'history/since', z.array(row), asked)
  return found
    .flatMap((one) => {
      const { id, date, eventType, downloadId, data } = one
      const at = instantIn(date)
      if (at === undefined) return []
      const what = MEANINGS[eventType] ?? 'other'
      return [
        {
          id,
          at,
          what,
          ...(downloadId ? { downloadId } : {}),
          ...(what === 'failed' && data?.message ? { said: data.message } : {}),
          ...(what === 'file-deleted' && data?.reason === 'Upgrade' ? { upgrade: true as const } : {}),
          ...belongsTo(one),
        },
      ]
    })
    .sort((a, b) => a.at - b.at || a.id - b.id)
}
