import { meetPerson, movePossessions, setPerson } from '../../db/queries/people.ts'
import { findPlexAccount, findPlexAccountOf, updatePlexAccount } from '../../db/queries/plex-accounts.ts'
import { decideLink } from '../../domain/people/link.ts'
import { done, refused } from '../../domain/refusals.ts'
import { defineAction } from '../define.ts'

/** An admin says which member of the guild a Plex account belongs to. */
export const linkByHand = defineAction<{ plexId: string; discordId: string; locale: string }, void>({
  name: 'people.link-by-hand',
  allow: 'admin',
  run: async (scope, { plexId, discordId, locale }) => {
    const { tx, now, ids } = scope
    const holder = await findPlexAccount(tx, plexId)
    if (holder === undefined) return refused({ code: 'list-gone' })
    const personId = await meetPerson(tx, discordId, locale, now, ids)
    const own = await findPlexAccountOf(tx, personId)
    const verdict = decideLink({ personId, plexId, holder, own })
    // `decideLink` speaks to whoever links; here somebody else does it for them.
    if (!verdict.ok) return refused({ code: 'linked-elsewhere', account: own?.username ?? plexId })
    if (verdict.value.joins !== personId) {
      await movePossessions(tx, personId, verdict.value.joins)
      await setPerson(tx, discordId, verdict.value.joins)
    }
    if (holder.linkedAt === 0) {
      // A token that its person took back is no sign-in, and must not become one by this.
      const isTakenBack = holder.token !== null && holder.tokenRefusedAt === null
      await updatePlexAccount(tx, plexId, { linkedAt: now, ...(isTakenBack ? { tokenRefusedAt: now } : {}) })
    }
    await scope.record({ subject: plexId, after: { discordId } })
    return done(undefined)
  },
})
