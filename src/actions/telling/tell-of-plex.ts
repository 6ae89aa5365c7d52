import { listDiscordAccounts } from '../../db/queries/people.ts'
import { findPlexAccount } from '../../db/queries/plex-accounts.ts'
import { done } from '../../domain/refusals.ts'
import { defineAction } from '../define.ts'
import { planDelivery } from '../plan-delivery.ts'
import { tellOwner } from '../tell-owner.ts'

/** News that Plex takes a sign-in no longer: whose, and since when, is their subject. */
export const PLEX_REFUSED = 'plex.refused'

/**
 * Plans to tell once whose sign-in Plex takes no longer. When it is the one by which friends are read, whoever claimed
 * the home hears of it too.
 */
export const tellOfPlex = defineAction<{ plexId: string }, void>({
  name: 'plex.tell',
  allow: 'system',
  run: async (scope, { plexId }) => {
    const { tx, home } = scope
    const account = await findPlexAccount(tx, plexId)
    if (account === undefined || account.tokenRefusedAt === null) return done(undefined)
    const news = { kind: PLEX_REFUSED, subject: `${plexId}.${account.tokenRefusedAt}` }
    const [discord] = await listDiscordAccounts(tx, account.personId)
    if (discord !== undefined) await planDelivery(scope, discord, news)
    if (home?.plexOwner === plexId) await tellOwner(scope, home, news)
    return done(undefined)
  },
})
