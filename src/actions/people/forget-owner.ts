import { dropFeeds } from '../../db/queries/feeds.ts'
import { updatePlexAccount } from '../../db/queries/plex-accounts.ts'
import type { Scope } from '../define.ts'

/** Somebody is the owner no longer: the feeds were theirs, and nobody's list is read by their sign-in any more. */
export const forgetOwner = async ({ tx }: Scope, plexId: string): Promise<void> => {
  await dropFeeds(tx)
  await updatePlexAccount(tx, plexId, { relation: null })
}
