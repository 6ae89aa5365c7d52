import type { PlexAccount } from '../db/queries/plex-accounts.ts'
import type { Vault } from '../platform/crypto.ts'

/** The token of a Plex account, unsealed; undefined where there is none. */
export const openToken = (
  account: Pick<PlexAccount, 'plexId' | 'token'> | undefined,
  vault: Vault,
): string | undefined =>
  account === undefined || account.token === null
    ? undefined
    : vault.open({ table: 'plex_accounts', id: account.plexId, column: 'token' }, account.token)
