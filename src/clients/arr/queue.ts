import { z } from 'zod'
import { Fault } from '../../platform/faults.ts'
import { instantIn } from '../http/instant.ts'
import { safeWords } from '../http/said.ts'
import type { CallOptions } from '../http/types.ts'
import type { ArrKit } from './kit.ts'
import type { DownloadState, QueueItem } from './types.ts'

const PAGE_SIZE = 250
const MOST_PAGES = 40

const text = z.string().nullish()
const record = z.object({
  id: z.number(),
  movieId: z.number().nullish(),
  downloadId: text,
  size: z.number().nullish(),
  sizeleft: z.number().nullish(),
  estimatedCompletionTime: text,
  status: text,
  trackedDownloadStatus: text,
  trackedDownloadState: text,
  errorMessage: text,
  statusMessages: z.array(z.object({ title: text, messages: z.array(z.string()).nullish() })).nullish(),
})
const page = z.object({ totalRecords: z.number(), records: z.array(record).nullish() })

type Download = z.infer<typeof record>

const BY_STATUS: Readonly<Record<string, DownloadState>> = {
  paused: 'paused',
  downloading: 'downloading',
  warning: 'downloading',
  completed: 'importing',
  failed: 'failed',
}

const stateOf = ({ status, trackedDownloadState, trackedDownloadStatus }: Download): DownloadState => {
  switch (trackedDownloadState) {
    case 'importBlocked':
      return 'blocked'
    case 'importPending':
      // Before Radarr had a word for it, a warning here was what said that a person is needed.
      return trackedDownloadStatus === 'warning' || trackedDownloadStatus === 'error'
        ? 'blocked'
        : 'importing'
    case 'importing':
    case 'imported':
      return 'importing'
    case 'failedPending':
    case 'failed':
      return 'failed'
    default:
      return BY_STATUS[status ?? ''] ?? 'waiting'
  }
}

const problemOf = ({ errorMessage, statusMessages }: Download): string | undefined => {
  const reasons = statusMessages?.flatMap(({ title, messages }) => messages ?? title ?? []) ?? []
  // What keeps an import from going on outweighs what the download client last complained of.
  const words = reasons.join(' ') || errorMessage
  return words ? safeWords(words) : undefined
}

const percentOf = ({ size, sizeleft }: Download): number =>
  size ? Math.min(100, Math.max(0, (100 * (size - (sizeleft ?? size))) / size)) : 0

const itemOf = (download: Download, arrId: number): QueueItem => {
  const eta = instantIn(download.estimatedCompletionTime)
  const problem = problemOf(download)
  return {
    arrId,
    ...(download.downloadId ? { downloadId: download.downloadId } : {}),
    percent: percentOf(download),
    ...(eta === undefined ? {} : { eta }),
    state: stateOf(download),
    ...(problem === undefined ? {} : { problem }),
  }
}

/** Every download that belongs to a film; a Fault rather than a part of them. */
export const readQueue = async (
  kit: ArrKit,
  service: string,
  options?: CallOptions,
): Promise<readonly QueueItem[]> => {
  const operation = 'read the queue'
  // By number, because a download that moves up while the pages are turned is met twice.
  const downloads = new Map<number, Download>()
  for (let number = 1; number <= MOST_PAGES; number += 1) {
    const query = {
      page: number,
      pageSize: PAGE_SIZE,
      includeMovie: false,
      includeUnknownMovieItems: false,
    }
    const { totalRecords, records } = await kit.ask(operation, 'queue', page, { ...options, query })
    for (const download of records ?? []) downloads.set(download.id, download)
    if (number * PAGE_SIZE >= totalRecords || !records?.length) {
      return [...downloads.values()].flatMap((one) => (one.movieId ? [itemOf(one, one.movieId)] : []))
    }
  }
  throw new Fault({ kind: 'bad-shape', service, operation, said: `more than ${MOST_PAGES} pages` })
}
