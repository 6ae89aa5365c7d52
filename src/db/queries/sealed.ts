import type { Place, Sealed } from '../../platform/crypto.ts'
import type { Db } from '../connect.ts'

/** Some sealed value, to see whether the key at hand opens what is stored; undefined when nothing is. */
export const findAnySealed = async (db: Db): Promise<{ place: Place; value: Sealed } | undefined> => {
  const instance = await db.selectFrom('instances').select(['id', 'apiKey']).limit(1).executeTakeFirst()
  if (instance !== undefined) {
    return { place: { table: 'instances', id: instance.id, column: 'api_key' }, value: instance.apiKey }
  }
  const plex = await db
    .selectFrom('plexAccounts')
    .select(['plexId', 'token'])
    .where('token', 'is not', null)
    .executeTakeFirst()
  if (plex?.token == null) return undefined
  return { place: { table: 'plex_accounts', id: plex.plexId, column: 'token' }, value: plex.token }
}
