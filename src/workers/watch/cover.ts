import { type FeedKind, listFeeds } from '../../db/queries/feeds.ts'
import type { ReadableList } from '../../db/queries/watch-lists.ts'
import type { JobDeps } from '../deps.ts'

/** The feed that should show what comes onto a list. */
export const feedOf = ({
  relation,
  access,
}: Pick<ReadableList, 'relation' | 'access'>): FeedKind | undefined => {
  if (relation === 'owner') return 'own'
  return access === 'friend' ? 'friends' : undefined
}

/** Whether a feed shows what comes onto a list, and can be trusted to. */
export const isCovered = async (list: ReadableList, { db }: Pick<JobDeps, 'db'>): Promise<boolean> => {
  const kind = feedOf(list)
  const feeds = await listFeeds(db)
  return feeds.some((feed) => feed.kind === kind && feed.state === 'open')
}
