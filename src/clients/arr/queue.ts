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

/** What every application tells of a download; each adds what it belongs to. */
export const download = z.object({
  id: z.number(),
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

type Download = z.infer<typeof download>

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
      // Before the applications had a word for it, a warning here was what said that a person is needed.
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

/** A download in our own words. */
export const itemOf = (download: Download, arrId: number): QueueItem => {
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

/** Turns every page of the queue; a Fault rather than a part of it. `query` holds the application's own fields. */
export const readQueue = async <Row extends z.ZodType<Download>>(
  kit: ArrKit,
  service: string,
  row: Row,
  query: Readonly<Record<string, boolean>>,
  options?: CallOptions,
): Promise<readonly z.infer<Row>[]> => {
  const operation = 'read the queue'
  const page = z.object({ totalRecords: z.number(), records: z.array(row).nullish() })
  // By number, because a download that moves up while the pages are turned is met twice.
  const downloads = new Map<number, z.infer<Row>>()
  for (let number = 1; number <= MOST_PAGES; number += 1) {
    const asked = { ...options, query: { page: number, pageSize: PAGE_SIZE, ...query } }
    const { totalRecords, records } = await kit.ask(operation, 'queue', page, asked)
    for (const one of records ?? []) downloads.set(one.id, one)
    if (number * PAGE_SIZE >= totalRecords || !records?.length) return [...downloads.values()]
  }
  throw new Fault({ kind: 'bad-shape', service, operation, said: `more than ${MOST_PAGES} pages` })
}
