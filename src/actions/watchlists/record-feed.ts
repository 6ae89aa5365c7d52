import { type Feed, type FeedKind, findFeed, saveFeed } from '../../db/queries/feeds.ts'
import { hastenJob } from '../../db/queries/work.ts'
import { done } from '../../domain/refusals.ts'
import { type Suspect, stateOfFeed, weighSuspects } from '../../domain/watchlists/feed.ts'
import { FAILURES_BEFORE_DOUBT, type FeedState } from '../../domain/watchlists/trouble.ts'
import type { Sealed } from '../../platform/crypto.ts'
import { defineAction, type Scope } from '../define.ts'

/**
 * A feed's state changes: since when it is so, and an audit line, so that `/status` and the log can tell. What one that
 * can be trusted no longer did not show is looked for at once.
 */
const moved = async (scope: Scope, kind: FeedKind, before: Feed | undefined, state: FeedState) => {
  if (before?.state === state) return {}
  if (before?.state === 'open') await hastenJob(scope.tx, 'check-list', scope.now)
  await scope.record({ subject: kind, before: { state: before?.state }, after: { state } })
  return { state, since: scope.now }
}

/** A reading of a feed: `keys` names its lines, `shown` what they show, as in `shownBy`. */
type FeedRead = Readonly<{
  kind: FeedKind
  print: string
  keys: readonly string[]
  keptForMs?: number
  shown: readonly string[]
}>

/** Notes what a feed held. The value is what it is good for. */
export const recordFeed = defineAction<FeedRead, FeedState>({
  name: 'feed.record',
  allow: 'system',
  run: async (scope, { kind, print, keys, keptForMs, shown }) => {
    const { tx, now } = scope
    const before = await findFeed(tx, kind)
    const suspects = JSON.parse(before?.suspects ?? '[]') as Suspect[]
    const { left, isStalled } = weighSuspects(suspects, new Set(shown), now)
    const stillStalls = before?.state === 'stalled' && before.print === print
    const state = stateOfFeed(keptForMs, isStalled || stillStalls)
    await saveFeed(
      tx,
      kind,
      {
        print,
        keys: JSON.stringify(keys),
        suspects: JSON.stringify(left),
        readAt: now,
        failures: 0,
        ...(await moved(scope, kind, before, state)),
      },
      now,
    )
    return done(state)
  },
})

/**
 * Notes the address of a feed, sealed for (feeds, kind, url); without one, that Plex gives none. One that was gone counts
 * as gone until it could be read.
 */
export const recordFeedAddress = defineAction<{ kind: FeedKind; url?: Sealed }, void>({
  name: 'feed.record-address',
  allow: 'system',
  run: async (scope, { kind, url }) => {
    const before = await findFeed(scope.tx, kind)
    const known = before === undefined || before.state === 'none' ? 'unknown' : before.state
    const change = await moved(scope, kind, before, url === undefined ? 'none' : known)
    await saveFeed(scope.tx, kind, { url: url ?? null, suspects: '[]', ...change }, scope.now)
    return done(undefined)
  },
})

/** Notes that a feed could not be read. `isGone`: it isn't where it was, so that its address is forgotten. */
export const recordFeedFailure = defineAction<{ kind: FeedKind; isGone: boolean }, void>({
  name: 'feed.record-failure',
  allow: 'system',
  run: async (scope, { kind, isGone }) => {
    const { tx, now } = scope
    const before = await findFeed(tx, kind)
    const failures = (before?.failures ?? 0) + 1
    const isDoubted = failures >= FAILURES_BEFORE_DOUBT
    const change = isGone || isDoubted ? await moved(scope, kind, before, isGone ? 'gone' : 'failing') : {}
    await saveFeed(tx, kind, { failures, ...(isGone ? { url: null } : {}), ...change }, now)
    return done(undefined)
  },
})

/** Notes what a list showed that its feed should show too; `names` as in `shownBy`. */
export const suspectFeed = defineAction<{ kind: FeedKind; names: readonly string[] }, void>({
  name: 'feed.suspect',
  allow: 'system',
  run: async ({ tx, now }, { kind, names }) => {
    const feed = await findFeed(tx, kind)
    if (feed?.state !== 'open') return done(undefined)
    const suspects = JSON.parse(feed.suspects) as Suspect[]
    await saveFeed(tx, kind, { suspects: JSON.stringify([...suspects, { names, since: now }]) }, now)
    return done(undefined)
  },
})
