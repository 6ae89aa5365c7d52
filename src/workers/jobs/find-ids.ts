import { postponeIds, recordIds } from '../../actions/watchlists/record-title.ts'
import { listIdsDue, type StoredTitle } from '../../db/queries/titles.ts'
import { MINUTE, SECOND } from '../../platform/clock.ts'
import { defineJob, finished, later } from '../define.ts'
import type { JobDeps } from '../deps.ts'
import { onBehalfOf, type SignedIn, signedInOwner } from '../plex.ts'
import { actAs } from '../system.ts'
import { titleOfPlex } from '../watch/entry.ts'

const self = actAs('find-ids')
/** So many titles are asked for in a row; then others have their turn. */
const AT_ONCE = 5
const PAUSE_MS = 5 * SECOND

const find = async ({ id, title }: StoredTitle, owner: SignedIn, deps: JobDeps): Promise<void> => {
  const { plex } = title.ids
  const found =
    plex === undefined
      ? undefined
      : await onBehalfOf(owner, 'find-ids', deps, (token) => deps.plex('walk').discover.title(token, plex))
  if (found?.kind === title.kind) await recordIds(deps, self, { title: titleOfPlex(found) })
  else await postponeIds(deps, self, { titleId: id })
}

/** Asks Plex, at leisure, for the ids of titles that stand on lists and lack those that an *arr needs. */
export const findIdsJob = defineJob({
  name: 'find-ids',
  queue: 'watch',
  retry: { attempts: 10, firstPauseMs: 30 * SECOND, longestPauseMs: 10 * MINUTE },
  run: async (_, deps) => {
    const owner = await signedInOwner(deps)
    if (owner === undefined) return finished('nobody is signed in')
    const due = await listIdsDue(deps.db, deps.clock.now(), AT_ONCE)
    for (const title of due) await find(title, owner, deps)
    return due.length < AT_ONCE ? finished(`${due.length} titles`) : later(PAUSE_MS, 'more titles lack ids')
  },
})
