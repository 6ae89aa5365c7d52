import { listDiscordAccounts, movePossessions, setPerson } from '../../db/queries/people.ts'
import {
  findPlexAccount,
  findPlexAccountByUuid,
  type PlexAccount,
  uniteAccounts,
} from '../../db/queries/plex-accounts.ts'
import type { Scope } from '../define.ts'

/**
 * Whom we know of by what Plex says of an account: its number, its UUID, or both. Who was known by each of them as
 * somebody of their own turns out to be one person, and has one row from then on.
 */
export const recognise = async (
  scope: Scope,
  { id, uuid }: Readonly<{ id?: string; uuid?: string }>,
): Promise<PlexAccount | undefined> => {
  const { tx } = scope
  const numbered = id === undefined ? undefined : await findPlexAccount(tx, id)
  const named = uuid === undefined ? undefined : await findPlexAccountByUuid(tx, uuid)
  if (numbered === undefined || named === undefined || numbered.plexId === named.plexId)
    return numbered ?? named
  await movePossessions(tx, named.personId, numbered.personId)
  for (const { discordId } of await listDiscordAccounts(tx, named.personId))
    await setPerson(tx, discordId, numbered.personId)
  await uniteAccounts(tx, named.plexId, numbered.plexId)
  const { plexId, relation, foundAt, syncs } = named
  await scope.record({ subject: numbered.plexId, before: { alsoKnownAs: plexId } })
  return { ...numbered, relation: numbered.relation ?? relation, foundAt: numbered.foundAt ?? foundAt, syncs }
}
