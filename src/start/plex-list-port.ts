import type { ActionDeps } from '../actions/define.ts'
import type { PlexDiscover } from '../clients/plex/types.ts'
import type { CommandDeps } from '../commands/ports.ts'
import { findPlexAccount } from '../db/queries/plex-accounts.ts'
import type { Title } from '../domain/titles/title.ts'
import type { Vault } from '../platform/crypto.ts'
import { isFault } from '../platform/faults.ts'
import { onBehalfOf, signedIn } from '../workers/plex.ts'

type Parts = Readonly<{ actions: ActionDeps; vault: Vault; discover: PlexDiscover }>

/** The sources by whose ids Plex finds a title, the surest first. */
const SOURCES = ['tmdb', 'tvdb', 'imdb'] as const

/** Plex's number of a title, where Plex knows it. */
const keyOf = async (
  { kind, ids }: Pick<Title, 'kind' | 'ids'>,
  token: string,
  discover: PlexDiscover,
): Promise<string | undefined> => {
  if (ids.plex !== undefined) return ids.plex
  for (const source of SOURCES) {
    const value = ids[source]
    const found = value === undefined ? undefined : await discover.match(token, { kind, source, value })
    if (found !== undefined) return found.plexKey
  }
  return undefined
}

/** Changes people's own lists at Plex, each by their own sign-in. */
export const createPlexList = ({ actions, vault, discover }: Parts): CommandDeps['plexList'] => {
  const change =
    (name: 'add' | 'remove'): CommandDeps['plexList']['add'] =>
    async (plexId, title) => {
      const who = signedIn(await findPlexAccount(actions.db, plexId), { vault })
      if (who === undefined) return 'no-sign-in'
      try {
        return await onBehalfOf(who, `watchlist-${name}`, actions, async (token) => {
          const plexKey = await keyOf(title, token, discover)
          if (plexKey === undefined) return 'unknown'
          await discover[name](token, plexKey)
          return { plexKey }
        })
      } catch (error) {
        if (isFault(error, 'unauthorised')) return 'no-sign-in'
        throw error
      }
    }
  return { add: change('add'), remove: change('remove') }
}
