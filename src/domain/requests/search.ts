import { change, type Decision, no } from '../decision.ts'
import type { MediaRequest, RequestChange } from './request.ts'

/** Indexers are strangers' servers: the same title isn't searched for by hand more often than this. */
export const SEARCH_PAUSE_MS = 15 * 60 * 1_000

/** Has the *arr search again for what it has not found yet. */
export const decideSearch = (request: MediaRequest, now: number): Decision<RequestChange> => {
  if (request.state !== 'added') return no({ code: 'nothing-to-search' })
  const again = (request.searchedAt ?? Number.NEGATIVE_INFINITY) + SEARCH_PAUSE_MS
  return again > now
    ? no({ code: 'searched-lately', again })
    : change({ searchedAt: now }, 'request.search-asked')
}
