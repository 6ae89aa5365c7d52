import { renewSkipped, type Skipped } from '../../db/queries/watch-items.ts'
import type { Scope } from '../define.ts'

/**
 * Has considered again, as if it had just been noticed, what was not asked for only because of something that isn't so
 * any more. `via` tells the audit what that was.
 */
export const considerSkipped = async (scope: Scope, skipped: Skipped, via: string): Promise<void> => {
  const items = await renewSkipped(scope.tx, skipped)
  await scope.recordAll(items.map((subject) => ({ subject, events: ['watch.noticed'], after: { via } })))
}

/** Somebody who was suspended is back. */
export const considerReturned = (scope: Scope, plexId: string): Promise<void> =>
  considerSkipped(scope, { because: ['suspended'], plexIds: [plexId] }, 'returned')
