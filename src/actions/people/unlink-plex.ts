import { updateHome } from '../../db/queries/home.ts'
import { insertPerson, listDiscordAccounts, setPerson } from '../../db/queries/people.ts'
import { findPlexAccount, findPlexAccountOf, updatePlexAccount } from '../../db/queries/plex-accounts.ts'
import { openList } from '../../db/queries/watch-lists.ts'
import { done, refused } from '../../domain/refusals.ts'
import { defineAction, memberOf, personOf } from '../define.ts'

/**
 * Undoes a link. With several Discord accounts on one Plex account, only the one that asks leaves; what was asked
 * for stays with the Plex account's person. With the last one, what was asked for stays with the Discord account, and
 * the Plex account goes on as that of a friend whom nobody here knows.
 */
export const unlinkPlex = defineAction<void, { account: string }>({
  name: 'people.unlink',
  allow: 'member',
  run: async (scope) => {
    const { tx, now, ids } = scope
    const { discordId } = memberOf(scope.actor)
    const personId = await personOf(scope)
    const plex = await findPlexAccountOf(tx, personId)
    if (plex === undefined) return refused({ code: 'not-linked' })
    const { plexId, username } = plex
    if ((await listDiscordAccounts(tx, personId)).length > 1) {
      await setPerson(tx, discordId, await insertPerson(tx, now, ids))
      await scope.record({ subject: discordId, before: { plex: username } })
      return done({ account: username })
    }
    if (scope.home?.plexOwner === plexId)
      await updateHome(tx, { plexOwner: null, plexServers: '[]', plexServer: null }, now)
    await updatePlexAccount(tx, plexId, { personId: await insertPerson(tx, now, ids), linkedAt: 0 })
    await openList(tx, plexId, plex.relation === null ? 'hidden' : 'friend', now)
    await scope.record({ subject: plexId, events: ['plex.unlinked'], before: { plex: username, discordId } })
    return done({ account: username })
  },
})

/** Drops a token that was made worthless at Plex, unless another took its place. */
export const forgetToken = defineAction<{ plexId: string; token: string }, void>({
  name: 'people.forget-token',
  allow: 'system',
  run: async ({ tx }, { plexId, token }) => {
    const account = await findPlexAccount(tx, plexId)
    if (account?.token === token && account.linkedAt === 0)
      await updatePlexAccount(tx, plexId, { token: null })
    return done(undefined)
  },
})
