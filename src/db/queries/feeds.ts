import type { Instant } from '../../platform/clock.ts'
import type { Db, Tx } from '../connect.ts'
import type { FeedsTable } from '../tables/watchlists.ts'

export type Feed = FeedsTable

export type FeedKind = Feed['kind']

export const FEED_KINDS = ['own', 'friends'] as const satisfies readonly FeedKind[]

export const findFeed = (db: Db, kind: FeedKind): Promise<Feed | undefined> =>
  db.selectFrom('feeds').selectAll().where('kind', '=', kind).executeTakeFirst()

export const listFeeds = (db: Db): Promise<Feed[]> =>
  db.selectFrom('feeds').selectAll().orderBy('kind').execute()

/** Keeps a feed, or changes what is known of it. */
export const saveFeed = async (
  tx: Tx,
  kind: FeedKind,
  patch: Partial<Omit<Feed, 'kind'>>,
  now: Instant,
): Promise<void> => {
  const fresh = { kind, state: 'unknown', keys: '[]', suspects: '[]', since: now, failures: 0 } as const
  await tx
    .insertInto('feeds')
    .values({ ...fresh, ...patch })
    .onConflict((conflict) => conflict.column('kind').doUpdateSet({ kind, ...patch }))
    .execute()
}

/** Forgets the feeds: they were another account's. */
export const dropFeeds = async (tx: Tx): Promise<void> => {
  await tx.deleteFrom('feeds').execute()
}
