import type { ActionDeps } from '../actions/define.ts'
import { recordRefusedToken } from '../actions/watchlists/record-check.ts'
import type {
  MediaServer,
  MediaServerSettings,
  PlexCommunity,
  PlexDiscover,
  PlexFeeds,
  PlexTv,
} from '../clients/plex/types.ts'
import { findHome } from '../db/queries/home.ts'
import { findOwnerAccount, type PlexAccount } from '../db/queries/plex-accounts.ts'
import { isSignedIn } from '../domain/people/sign-in.ts'
import { isFault } from '../platform/faults.ts'
import type { JobDeps } from './deps.ts'
import { openToken } from './open-token.ts'
import { actAs } from './system.ts'

/** The lines to Plex's services, for one lane. */
export type PlexLines = Readonly<{
  tv: PlexTv
  discover: PlexDiscover
  community: PlexCommunity
  feeds: PlexFeeds
  server(settings: MediaServerSettings): MediaServer
}>

/** A Plex account with its token, unsealed, that Plex took when it was last asked. */
export type SignedIn = Readonly<{ account: PlexAccount; token: string }>

type Deps = Pick<JobDeps, 'db' | 'vault'>

/** Undefined for an account that nobody signed in to, or whose token Plex takes no longer. */
export const signedIn = (
  account: PlexAccount | undefined,
  { vault }: Pick<Deps, 'vault'>,
): SignedIn | undefined => {
  if (!isSignedIn(account)) return undefined
  const token = openToken(account, vault)
  return token === undefined ? undefined : { account, token }
}

/** The owner, by whose token friends and their lists are read. */
export const signedInOwner = async (deps: Deps): Promise<SignedIn | undefined> =>
  signedIn(await findOwnerAccount(deps.db, await findHome(deps.db)), deps)

/**
 * Asks Plex on somebody's behalf. When Plex takes their token no longer, that is noted, so that they hear of it.
 * @throws Fault
 */
export const onBehalfOf = async <T>(
  { account, token }: SignedIn,
  name: string,
  deps: ActionDeps,
  ask: (token: string) => Promise<T>,
): Promise<T> => {
  try {
    return await ask(token)
  } catch (error) {
    if (isFault(error, 'unauthorised') && account.token !== null)
      await recordRefusedToken(deps, actAs(name), { plexId: account.plexId, token: account.token })
    throw error
  }
}
