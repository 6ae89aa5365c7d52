import { forgetAccount, listLongSuspended } from '../../db/queries/plex-accounts.ts'
import { done } from '../../domain/refusals.ts'
import { DAY } from '../../platform/clock.ts'
import { defineAction } from '../define.ts'

/** Who comes back within this finds everything as it was. */
const GRACE_MS = 30 * DAY

/** Forgets the lists of people whom the owner unfriended long ago. What they asked for stays. The value is how many. */
export const forgetLongGone = defineAction<void, number>({
  name: 'watch.forget-long-gone',
  allow: 'system',
  run: async (scope) => {
    const { tx, now } = scope
    const gone = await listLongSuspended(tx, now - GRACE_MS)
    for (const { plexId, username } of gone) {
      await forgetAccount(tx, plexId)
      await scope.record({ subject: plexId, before: { username } })
    }
    return done(gone.length)
  },
})
