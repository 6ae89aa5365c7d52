import { hastenChecks } from '../../actions/watchlists/hasten-checks.ts'
import { recordFeed, recordFeedAddress, recordFeedFailure } from '../../actions/watchlists/record-feed.ts'
import { recordListed } from '../../actions/watchlists/record-listed.ts'
import type { FeedEntry, Feed as Reading } from '../../clients/plex/types.ts'
import { type Feed, type FeedKind, findFeed } from '../../db/queries/feeds.ts'
import { findHome, watchSettings } from '../../db/queries/home.ts'
import { recogniseAccount } from '../../db/queries/plex-accounts.ts'
import type { Kind } from '../../domain/titles/title.ts'
import { jittered } from '../../domain/watchlists/cycle.ts'
import { lineKey, readFeedNews, shownBy } from '../../domain/watchlists/feed.ts'
import { TRY_FEED_AGAIN_MS } from '../../domain/watchlists/trouble.ts'
import { MINUTE, SECOND } from '../../platform/clock.ts'
import { Fault } from '../../platform/faults.ts'
import { defineJob, finished, later } from '../define.ts'
import type { JobDeps } from '../deps.ts'
import { onBehalfOf, type SignedIn, signedInOwner } from '../plex.ts'
import { actAs } from '../system.ts'
import { entryOfFeed } from '../watch/entry.ts'

const self = actAs('read-feed')
const NOT_THERE = ['not-found', 'unauthorised', 'forbidden'] as const

const sealed = (kind: FeedKind) => ({ table: 'feeds', id: kind, column: 'url' })

/** The feed's address: the one we know, or one that Plex makes for the owner. */
const addressOf = async (
  kind: FeedKind,
  known: Feed | undefined,
  owner: SignedIn,
  deps: JobDeps,
): Promise<string | undefined> => {
  if (known?.url != null) return deps.vault.open(sealed(kind), known.url)
  const made = await onBehalfOf(owner, 'read-feed', deps, (token) =>
    deps.plex('feed').discover.createFeed(token, kind),
  )
  const url = made && deps.vault.seal(sealed(kind), made.url)
  await recordFeedAddress(deps, self, { kind, ...(url === undefined ? {} : { url }) })
  return made?.url
}

const isTold = (line: FeedEntry): line is FeedEntry & { kind: Kind } => line.kind !== undefined

const note = async (
  kind: FeedKind,
  before: Feed | undefined,
  reading: Reading,
  owner: SignedIn,
  deps: JobDeps,
) => {
  const { entries, print, keptForMs } = reading
  const authors = new Map<string | undefined, string>()
  if (kind === 'own') authors.set(undefined, owner.account.plexId)
  for (const { author } of entries) {
    const account =
      author === undefined || authors.has(author)
        ? undefined
        : await recogniseAccount(deps.db, { uuid: author })
    if (account !== undefined) authors.set(author, account.plexId)
  }
  const keys = before?.print == null ? undefined : (JSON.parse(before.keys) as string[])
  const listOf = (author: string | undefined) => authors.get(kind === 'own' ? undefined : author)
  const { fresh, look, lookAtAll, hasStranger } = readFeedNews(keys, entries, listOf)
  for (const [plexId, lines] of fresh) {
    const told = lines.filter(isTold).map(entryOfFeed)
    await recordListed(deps, self, { plexId, entries: told, via: 'feed' })
  }
  if (look.length > 0 || lookAtAll || hasStranger)
    await hastenChecks(deps, self, { plexIds: look, all: lookAtAll, people: hasStranger })
  // Noted last: whoever dies before this finds the same lines new again, and they are known by then.
  const state = await recordFeed(deps, self, {
    kind,
    print,
    keys: entries.map(lineKey),
    shown: entries.flatMap(shownBy),
    ...(keptForMs === undefined ? {} : { keptForMs }),
  })
  return state.ok ? state.value : 'open'
}

/** Reads a feed of additions, again and again. One that can't be trusted is tried again every hour, and lists are looked at meanwhile. */
export const readFeedJob = defineJob({
  name: 'read-feed',
  queue: 'watch',
  retry: { attempts: 10, firstPauseMs: 30 * SECOND, longestPauseMs: 10 * MINUTE },
  run: async (subject, deps) => {
    const kind: FeedKind = subject === 'own' ? 'own' : 'friends'
    const owner = await signedInOwner(deps)
    if (owner === undefined) return finished('nobody is signed in')
    const feed = await findFeed(deps.db, kind)
    const { everySeconds } = watchSettings(await findHome(deps.db))
    const everyMs = jittered(everySeconds * SECOND, deps.random())
    try {
      const url = await addressOf(kind, feed, owner, deps)
      if (url === undefined) return later(TRY_FEED_AGAIN_MS, 'Plex gives no feed')
      const reading = await deps.plex('feed').feeds.read(url)
      const state = await note(kind, feed, reading, owner, deps)
      return later(state === 'open' ? everyMs : TRY_FEED_AGAIN_MS, state)
    } catch (error) {
      if (!(error instanceof Fault)) throw error
      const { retryAfterMs = 0 } = error.facts
      if (error.kind === 'rate-limited') return later(Math.max(everyMs, retryAfterMs), error.message)
      const isGone = NOT_THERE.some((fault) => fault === error.kind)
      await recordFeedFailure(deps, self, { kind, isGone })
      // It may have moved, so Plex is asked for its address again: soon, and then seldom.
      if (isGone) return later(feed?.state === 'gone' ? TRY_FEED_AGAIN_MS : MINUTE, 'the feed is gone')
      return later(Math.max(everyMs, retryAfterMs), error.message)
    }
  },
})
