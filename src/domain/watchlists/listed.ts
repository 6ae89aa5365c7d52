import type { ItemState } from './item.ts'

/** Milliseconds since 1970, UTC. */
type Instant = number

/** How something was seen: in a feed, among somebody's newest entries, on a walk through the whole list, or added here. */
export type Via = 'feed' | 'check' | 'pass' | 'discord'

/** What a reading tells of one entry. */
export type Listed = Readonly<{ addedAt?: Instant }>

type List = Readonly<{ passBegan: Instant | null; firstPassAt: Instant | null; foundAt: Instant | null }>
type Item = Readonly<{ goneAt: Instant | null }>

/** Feeds tell of whole seconds: what was added may have been added so much later. */
const ROUNDED_MS = 999

/**
 * Whether a line of a feed tells of an addition. A feed holds old lines as well, of what stood on the list before it was
 * first looked at, and of what was taken off since.
 */
const isAddition = (list: List, item: Item | undefined, addedAt: Instant | undefined): boolean => {
  if (addedAt === undefined) return list.firstPassAt !== null
  const since = list.firstPassAt ?? list.foundAt
  return since !== null && addedAt + ROUNDED_MS >= since && addedAt > (item?.goneAt ?? 0)
}

/**
 * How something that a reading shows stands from now on; undefined: as before. What was on the list when it was first
 * walked through is no news. A walk begins with the newest entries: from then on, what a look at them finds and the walk
 * did not is new.
 */
export const standingOfListed = (
  list: List,
  item: Item | undefined,
  { addedAt }: Listed,
  via: Via,
): Extract<ItemState, 'new' | 'before'> | undefined => {
  if (item !== undefined && item.goneAt === null) return undefined
  if (via === 'feed') return isAddition(list, item, addedAt) ? 'new' : undefined
  if (via === 'discord' || list.firstPassAt !== null) return 'new'
  if (via === 'pass') return 'before'
  return list.passBegan === null ? undefined : 'new'
}
