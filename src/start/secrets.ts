import { createHmac } from 'node:crypto'
import type { Db } from '../db/connect.ts'
import { findAnySealed } from '../db/queries/sealed.ts'
import { CannotOpen, type Vault } from '../platform/crypto.ts'
import { CannotStart } from '../platform/data-dir.ts'

const derived = (secretKey: Uint8Array, purpose: string): string =>
  createHmac('sha256', secretKey).update(purpose).digest('hex')

/** How this installation is called at Plex: the same after every start, different for every installation. */
export const plexClientId = (secretKey: Uint8Array): string =>
  `usherr-${derived(secretKey, 'plex client').slice(0, 24)}`

/** The code that claims this deployment while it has no home. Printed in the log, of use to nobody afterwards. */
export const claimCode = (secretKey: Uint8Array): string =>
  derived(secretKey, 'claim code')
    .slice(0, 16)
    .toUpperCase()
    .replace(/(.{4})(?!$)/g, '$1-')

/** @throws CannotStart when the key is not the one that sealed what is stored */
export const checkKey = async (db: Db, vault: Vault): Promise<void> => {
  const sealed = await findAnySealed(db)
  if (sealed === undefined) return
  try {
    vault.open(sealed.place, sealed.value)
  } catch (error) {
    if (!(error instanceof CannotOpen)) throw error
    throw new CannotStart(
      'SECRET_KEY: this key does not open the secrets in the database. Give the key they were stored with (SECRET_KEY, or secret.key in DATA_DIR).',
      78,
      error,
    )
  }
}
