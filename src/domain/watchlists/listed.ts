import type { ItemState } from './item.ts'

/** Milliseconds since 1970, UTC. */
type Instant = number

/** How something was seen: in a feed, among somebody's newest entries, on a walk through the whole list, or added here. */
export type Via = 'feed' | 'check' | 'pass' | 'discord'

/** What a reading tells of one entry. */
export type Listed = Readonly<{ addedAt?: Instant }>

type List = Readonly<{ passBegan: Instant | null; firstPassAt: Instant | null; foundAt: Instant | null }>
type Item = Readonly<{ goneAt: Instant | null }>

/**
 * How something that a reading shows stands from now on; undefined: as before. What was on the list when it was first
 * walked through is no news; nor is what a feed still holds of what was taken off since. A walk begins with the newest
 * entries: from then on, what a look at them finds and the walk did not is new.
 */
export const standingOfListed = (
  list: List,
  item: Item | undefined,
  { addedAt }: Listed,
  via: Via,
): Extract<ItemState, 'new' | 'before'> | undefined => {
  if (item !== undefined) {
    if (item.goneAt === null) return undefined
    const isOldNews = via === 'feed' && addedAt !== undefined && addedAt <= item.goneAt
    return isOldNews ? undefined : 'new'
  }
  if (via === 'discord' || list.firstPassAt !== null) return 'new'
  if (via === 'pass') return 'before'
  if (via === 'check') return list.passBegan === null ? undefined : 'new'
  if (addedAt === undefined) return undefined
  return addedAt >= (list.foundAt ?? addedAt) ? 'new' : undefined
}
