import { forgetToken } from '../../actions/people/unlink-plex.ts'
import { findPlexAccount } from '../../db/queries/plex-accounts.ts'
import { isSignedIn } from '../../domain/people/sign-in.ts'
import { HOUR, SECOND } from '../../platform/clock.ts'
import { defineJob, finished } from '../define.ts'
import { openToken } from '../open-token.ts'
import { actAs } from '../system.ts'

/** Makes the token of somebody who unlinked worthless at Plex, then forgets it. */
export const signOutPlexJob = defineJob({
  name: 'sign-out-plex',
  queue: 'plex',
  retry: { attempts: 100, firstPauseMs: SECOND, longestPauseMs: HOUR },
  run: async (plexId, deps) => {
    const account = await findPlexAccount(deps.db, plexId)
    const token = openToken(account, deps.vault)
    if (account === undefined || account.token === null || token === undefined || isSignedIn(account))
      return finished('nothing to sign out')
    await deps.plex('sign-in').tv.signOut(token)
    await forgetToken(deps, actAs('sign-out-plex'), { plexId, token: account.token })
    return finished('signed out')
  },
})
