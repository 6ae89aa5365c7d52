import { updateHome } from '../../db/queries/home.ts'
import {
  findPerson,
  insertPerson,
  listDiscordAccounts,
  setNeedsApproval,
  setPerson,
} from '../../db/queries/people.ts'
import { findPlexAccount, findPlexAccountOf, updatePlexAccount } from '../../db/queries/plex-accounts.ts'
import { openList } from '../../db/queries/watch-lists.ts'
import { isSignedIn } from '../../domain/people/sign-in.ts'
import { done, refused } from '../../domain/refusals.ts'
import { defineAction, memberOf, personOf, type Scope } from '../define.ts'
import { forgetOwner } from './forget-owner.ts'

/** Somebody new to us who was a part of somebody we know: who has to wait for an approver goes on to. */
const partOf = async ({ tx, now, ids }: Scope, personId: string): Promise<string> => {
  const id = await insertPerson(tx, now, ids)
  if ((await findPerson(tx, personId))?.needsApproval === 1) await setNeedsApproval(tx, [id], true)
  return id
}

/**
 * Undoes a link. With several Discord accounts on one Plex account, only the one that asks leaves; what was asked
 * for stays with the Plex account's person. With the last one, what was asked for stays with the Discord account, and
 * the Plex account goes on as that of a friend whom nobody here knows; that of nobody's friend is suspended.
 */
export const unlinkPlex = defineAction<void, { account: string }>({
  name: 'people.unlink',
  allow: 'member',
  run: async (scope) => {
    const { tx, now } = scope
    const { discordId } = memberOf(scope.actor)
    const personId = await personOf(scope)
    const plex = await findPlexAccountOf(tx, personId)
    if (plex === undefined) return refused({ code: 'not-linked' })
    const { plexId, username } = plex
    if ((await listDiscordAccounts(tx, personId)).length > 1) {
      await setPerson(tx, discordId, await partOf(scope, personId))
      await scope.record({ subject: discordId, before: { plex: username } })
      return done({ account: username })
    }
    const isOwner = scope.home?.plexOwner === plexId
    if (isOwner) {
      await updateHome(tx, { plexOwner: null, plexServers: '[]', plexServer: null }, now)
      await forgetOwner(scope, plexId)
    }
    const isFriend = !isOwner && plex.relation !== null
    await updatePlexAccount(tx, plexId, {
      personId: await partOf(scope, personId),
      linkedAt: 0,
      ...(isFriend ? {} : { suspendedAt: now }),
    })
    await openList(tx, plexId, isFriend ? 'friend' : 'hidden', now)
    await scope.record({ subject: plexId, events: ['plex.unlinked'], before: { plex: username, discordId } })
    return done({ account: username })
  },
})

/** Drops a token that was made worthless at Plex, unless its person signed in anew meanwhile. */
export const forgetToken = defineAction<{ plexId: string; token: string }, void>({
  name: 'people.forget-token',
  allow: 'system',
  run: async ({ tx }, { plexId, token }) => {
    const account = await findPlexAccount(tx, plexId)
    if (account?.token === token && !isSignedIn(account))
      await updatePlexAccount(tx, plexId, { token: null, tokenRefusedAt: null })
    return done(undefined)
  },
})
