import type { Access } from './access.ts'
import { coveringFeed } from './cover.ts'
import { checkEveryMs } from './cycle.ts'
import { type FeedState, WATCH_TROUBLES, type WatchTrouble } from './trouble.ts'

/** Milliseconds since 1970, UTC. */
type Instant = number

/** Why nothing is read from a list; the sentence is in the catalogue under `watch.trouble.<code>`. */
export const LIST_PROBLEMS = ['off', 'suspended', 'no-owner', ...WATCH_TROUBLES] as const

export type ListProblem = (typeof LIST_PROBLEMS)[number]

/** Why nothing is taken for removed from a list that is read; the sentence is in the catalogue under `watch.doubt.<code>`. */
export const LIST_DOUBTS = ['emptied', 'unreadable'] as const

export type ListDoubt = (typeof LIST_DOUBTS)[number]

type List = Readonly<{
  access: Access
  relation: 'owner' | 'friend' | 'home' | null
  isSynced: boolean
  isSuspended: boolean
  checkedAt: Instant | null
  lastPassAt: Instant | null
  /** As JSON. */
  trouble: string | null
  emptySince: Instant | null
  passSkipped: number
}>

type Feed = Readonly<{ kind: 'own' | 'friends'; state: FeedState; readAt: Instant | null }>

/** What besides the list itself decides how it is read. */
export type Reading = Readonly<{
  feeds: readonly Feed[]
  /** Whether the owner is signed in, by whose sign-in friends' lists are read. */
  hasOwner: boolean
  /** Milliseconds between two looks, as admins chose. */
  everyMs: number
  /** How many lists are read in all. */
  lists: number
}>

/** How a list is read: by a feed or by looks, when last, and what keeps it from being read or removals from being believed. */
export type ListStanding = Readonly<{
  by: 'feed' | 'look'
  everyMs: number
  readAt?: Instant
  problem?: ListProblem
  doubt?: ListDoubt
}>

const problemOf = (list: List, hasOwner: boolean): ListProblem | undefined => {
  if (list.isSuspended) return 'suspended'
  if (!list.isSynced) return 'off'
  if (list.access === 'hidden') return 'hidden'
  if (list.access === 'friend' && !hasOwner) return 'no-owner'
  return list.trouble === null ? undefined : (JSON.parse(list.trouble) as WatchTrouble)
}

const doubtOf = ({ emptySince, passSkipped }: List): ListDoubt | undefined => {
  if (emptySince !== null) return 'emptied'
  return passSkipped > 0 ? 'unreadable' : undefined
}

export const standingOfList = (list: List, { feeds, hasOwner, everyMs, lists }: Reading): ListStanding => {
  const feed = coveringFeed(list, feeds)
  const problem = problemOf(list, hasOwner)
  const doubt = problem === undefined ? doubtOf(list) : undefined
  const readAt = Math.max(list.checkedAt ?? 0, list.lastPassAt ?? 0, feed?.readAt ?? 0)
  return {
    by: feed === undefined ? 'look' : 'feed',
    everyMs: feed === undefined ? checkEveryMs(everyMs, lists, false) : everyMs,
    ...(readAt === 0 ? {} : { readAt }),
    ...(problem === undefined ? {} : { problem }),
    ...(doubt === undefined ? {} : { doubt }),
  }
}
