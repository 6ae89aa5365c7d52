import type { IncomingHttpHeaders } from 'node:http'
import type { Db } from '../../db/connect.ts'
import { findInstance, type Instance } from '../../db/queries/instances.ts'
import { matches } from '../../platform/crypto.ts'
import { unauthorised, unknownInstance } from '../problem.ts'

const USER = 'usherr'
/** Our ids are made of these; what else stands in an address may not even be a text to the database. */
const ID = /^[0-9a-z]+$/

/** The secret that a sender offers: by header, or as the password of HTTP Basic with the user `usherr`. */
const offeredSecret = (headers: IncomingHttpHeaders): string | undefined => {
  const header = headers['x-usherr-secret']
  if (typeof header === 'string') return header
  const [scheme, packed] = headers.authorization?.split(' ') ?? []
  if (scheme?.toLowerCase() !== 'basic' || packed === undefined) return undefined
  const [user, ...password] = Buffer.from(packed, 'base64').toString('latin1').split(':')
  return user === USER ? password.join(':') : undefined
}

/** The instance that may speak here, checked before any of the body is read. @throws Problem 401 or 404 */
export const admitInstance = async (
  db: Db,
  kind: Instance['kind'],
  id: string,
  headers: IncomingHttpHeaders,
): Promise<Instance> => {
  const offered = offeredSecret(headers)
  if (offered === undefined) throw unauthorised()
  const instance = ID.test(id) ? await findInstance(db, id) : undefined
  if (instance === undefined || instance.kind !== kind) throw unknownInstance()
  if (!matches(offered, instance.hookDigest)) throw unauthorised()
  return instance
}
