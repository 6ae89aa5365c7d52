import type { Kind } from '../titles/title.ts'

/**
 * What became of something on a watchlist.
 * - `new`: noticed; what is needed to ask for it is being gathered
 * - `before`: it stood there when the list was first read; asked for when somebody says so
 * - `asked`: a request was made of it, or joined
 * - `here`: there was nothing to ask for
 * - `skipped`: not asked for, and `reason` says why
 */
export const ITEM_STATES = ['new', 'before', 'asked', 'here', 'skipped'] as const

export type ItemState = (typeof ITEM_STATES)[number]

/** Why something on a watchlist is not asked for, in a closed list; the sentence is in the catalogue under `watch.<code>`. */
export type ItemReason =
  | { code: 'here'; server?: string }
  | { code: 'suspended' }
  | { code: 'sync-off' }
  | { code: 'excluded' }
  | { code: 'excluded-for-all' }
  | { code: 'ids-missing' }
  | { code: 'no-instance'; kind: Kind }
  | { code: 'not-aired' }

/** Which part of a list is looked at: all of it, what was asked for, what was not, or what stood there before. */
export const ITEM_FILTERS = ['all', 'asked', 'not-asked', 'before'] as const

export type ItemFilter = (typeof ITEM_FILTERS)[number]
