import { latestSeason, missingSeasons, type SeasonStanding } from '../seasons/standing.ts'
import { isEmptyWish, tidyWish, type Wish } from '../seasons/wish.ts'
import type { Title } from '../titles/title.ts'
import type { ItemReason } from './item.ts'
import type { ShowPart } from './settings.ts'

/** What is known of whoever's list it is, and of what admins and they themselves excluded. */
export type ItemPermit = Readonly<{
  isSynced: boolean
  isSuspended: boolean
  excluded?: 'person' | 'all'
}>

/** What was found out about a title, outside any transaction. */
export type ItemFacts = Readonly<{
  /** Whether its *arr can be asked for it at all: films need TMDB's number, shows TVDB's. */
  isFetchable: boolean
  hasInstance: boolean
  /** The server that has it, where one that the person reaches does; an unreachable one proves nothing. */
  onServer?: string
  /** Whether the instance that would fetch it has it. */
  isHere: boolean
  /** Of a show, where they are known. */
  seasons?: readonly SeasonStanding[]
}>

const HOUR_MS = 60 * 60_000
const DAY_MS = 24 * HOUR_MS

/** When an obstacle is looked at again by itself; others are when what they depend on is changed. */
const RETRY_MS: Partial<Record<ItemReason['code'], number>> = {
  'ids-missing': DAY_MS,
  'no-instance': HOUR_MS,
  'not-aired': DAY_MS,
}

/** When what became of an item is to be looked at again by itself; null: not at all. */
export const retryAt = (verdict: ItemVerdict, now: number): number | null => {
  const pause = 'reason' in verdict ? RETRY_MS[verdict.reason.code] : undefined
  return pause === undefined ? null : now + pause
}

/** Why it isn't asked for, whatever is known of the title; undefined: that depends on the title. */
export const whyNotAllowed = ({ isSynced, isSuspended, excluded }: ItemPermit): ItemReason | undefined => {
  if (isSuspended) return { code: 'suspended' }
  if (!isSynced) return { code: 'sync-off' }
  if (excluded === 'all') return { code: 'excluded-for-all' }
  return excluded === 'person' ? { code: 'excluded' } : undefined
}

/** What becomes of something on a watchlist. */
export type ItemVerdict =
  | Readonly<{ state: 'asked'; wish?: Wish }>
  | Readonly<{ state: 'here' | 'skipped'; reason: ItemReason }>

/** The seasons of a show that its place on a watchlist means, of those that aren't here. */
export const watchWish = (
  { ended }: Pick<Title, 'ended'>,
  seasons: readonly SeasonStanding[],
  part: ShowPart,
): Wish => {
  const missing = missingSeasons(seasons)
  const regular = seasons.map(({ number }) => number).filter((number) => number > 0)
  const meant = part === 'all' ? regular : [part === 'first' ? Math.min(...regular) : latestSeason(seasons)]
  return tidyWish({
    seasons: missing.filter((number) => meant.includes(number)),
    episodes: [],
    future: part !== 'first' && ended !== true,
  })
}

/** Decides what becomes of an item, given leave and the facts. */
export const decideItem = (
  title: Pick<Title, 'kind' | 'ended'>,
  permit: ItemPermit,
  facts: ItemFacts,
  part: ShowPart,
): ItemVerdict => {
  const no = whyNotAllowed(permit)
  if (no !== undefined) return { state: 'skipped', reason: no }
  if (facts.onServer !== undefined) return { state: 'here', reason: { code: 'here', server: facts.onServer } }
  if (!facts.isFetchable) return { state: 'skipped', reason: { code: 'ids-missing' } }
  if (facts.isHere) return { state: 'here', reason: { code: 'here' } }
  if (!facts.hasInstance) return { state: 'skipped', reason: { code: 'no-instance', kind: title.kind } }
  if (title.kind === 'film') return { state: 'asked' }
  const { seasons } = facts
  // Not knowing them is no reason to ask for those to come alone.
  if (seasons === undefined) return { state: 'skipped', reason: { code: 'not-aired' } }
  const wish = watchWish(title, seasons, part)
  if (!isEmptyWish(wish)) return { state: 'asked', wish }
  return seasons.length > 0
    ? { state: 'here', reason: { code: 'here' } }
    : { state: 'skipped', reason: { code: 'not-aired' } }
}
