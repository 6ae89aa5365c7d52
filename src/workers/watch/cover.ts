import { listFeeds } from '../../db/queries/feeds.ts'
import type { ReadableList } from '../../db/queries/watch-lists.ts'
import { coveringFeed } from '../../domain/watchlists/cover.ts'
import type { JobDeps } from '../deps.ts'

/** Whether a feed shows what comes onto a list, and can be trusted to. */
export const isCovered = async (list: ReadableList, { db }: Pick<JobDeps, 'db'>): Promise<boolean> =>
  coveringFeed(list, await listFeeds(db)) !== undefined
