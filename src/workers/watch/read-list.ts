import { recordListTrouble } from '../../actions/watchlists/record-check.ts'
import type { ListPage, PageOptions } from '../../clients/plex/types.ts'
import { findPlexAccount } from '../../db/queries/plex-accounts.ts'
import type { ReadableList } from '../../db/queries/watch-lists.ts'
import type { Lane } from '../../domain/watchlists/pace.ts'
import type { WatchTrouble } from '../../domain/watchlists/trouble.ts'
import type { Fault, FaultKind } from '../../platform/faults.ts'
import type { JobDeps } from '../deps.ts'
import { onBehalfOf, signedIn, signedInOwner } from '../plex.ts'
import { actAs } from '../system.ts'

/** What a reading of a list came to; `no-sign-in`: there is nobody by whose sign-in it could be read. */
type ListReading = ListPage | 'same' | 'hidden' | 'no-sign-in'

/**
 * Reads a page of somebody's list: by their own sign-in, or as a friend of the owner.
 * @throws Fault
 */
export const readList = async (
  list: ReadableList,
  page: PageOptions & Readonly<{ etag?: string }>,
  lane: Lane,
  deps: JobDeps,
): Promise<ListReading> => {
  const plex = deps.plex(lane)
  if (list.access === 'self') {
    const own = signedIn(await findPlexAccount(deps.db, list.plexId), deps)
    if (own === undefined) return 'no-sign-in'
    return onBehalfOf(own, 'read-list', deps, (token) => plex.discover.watchlist(token, page))
  }
  const owner = await signedInOwner(deps)
  const { uuid } = list
  if (owner === undefined) return 'no-sign-in'
  if (uuid === null) return 'hidden'
  const { etag: _, ...plain } = page
  return onBehalfOf(owner, 'read-list', deps, (token) => plex.community.watchlist(token, uuid, plain))
}

const TROUBLE_OF: Partial<Record<FaultKind, WatchTrouble>> = {
  unauthorised: 'token-refused',
  forbidden: 'hidden',
  'not-found': 'hidden',
  'bad-shape': 'odd-answer',
  rejected: 'odd-answer',
}

/** Notes why a list could not be read; that Plex asked everybody to wait is no trouble of one list. */
export const noteTrouble = async (plexId: string, fault: Fault, deps: JobDeps): Promise<void> => {
  if (fault.kind === 'rate-limited') return
  const trouble = TROUBLE_OF[fault.kind] ?? 'unreachable'
  await recordListTrouble(deps, actAs('read-list'), { plexId, trouble })
}
