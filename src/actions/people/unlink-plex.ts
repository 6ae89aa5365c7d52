import { updateHome } from '../../db/queries/home.ts'
import {
  deletePlexAccount,
  findPlexAccountOf,
  insertPerson,
  listDiscordAccounts,
  setPerson,
} from '../../db/queries/people.ts'
import { done, refused } from '../../domain/refusals.ts'
import { defineAction, memberOf, personOf } from '../define.ts'

/**
 * Undoes a link. With several Discord accounts on one Plex account, only the one that asks leaves; what was asked
 * for stays with the Plex account's person. The last one takes the link itself away.
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
    if ((await listDiscordAccounts(tx, personId)).length > 1) {
      await setPerson(tx, discordId, await insertPerson(tx, now, ids))
    } else {
      if (scope.home?.plexOwner === plex.plexId)
        await updateHome(tx, { plexOwner: null, plexServers: '[]', plexServer: null }, now)
      await deletePlexAccount(tx, plex.plexId)
    }
    await scope.record({ subject: discordId, before: { plex: plex.username } })
    return done({ account: plex.username })
  },
})
