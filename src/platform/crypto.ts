import {
  createCipheriv,
  createDecipheriv,
  createHash,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'

const VERSION = 'v1'

/** Where a sealed value lives. Part of what is authenticated, so that a value moved elsewhere does not open. */
export type Place = { readonly table: string; readonly id: string; readonly column: string }

/** A value encrypted for rest, as stored. */
export type Sealed = string & { readonly __sealed: true }

/** A sealed value that this key does not open: the key was changed, or the value was moved or altered. */
export class CannotOpen extends Error {
  override readonly name = 'CannotOpen'
}

export type Vault = {
  seal(place: Place, secret: string): Sealed
  /** @throws CannotOpen */
  open(place: Place, sealed: Sealed): string
}

/**
 * AES-256-GCM with a random nonce a value and a key derived from `secretKey` (32 bytes) for this purpose alone.
 * `seen` is told every secret that passes, so that logs can be kept clean of it.
 */
export const createVault = (
  secretKey: Uint8Array,
  seen: (secret: string) => void = () => undefined,
): Vault => {
  const key = Buffer.from(hkdfSync('sha256', secretKey, '', 'usherr secrets at rest', 32))
  const aad = (place: Place) => Buffer.from(`${place.table}/${place.id}/${place.column}`)
  return {
    seal: (place, secret) => {
      seen(secret)
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(aad(place))
      const body = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
      return `${VERSION}.${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')}` as Sealed
    },
    open: (place, sealed) => {
      const [version, packed] = sealed.split('.')
      const bytes = Buffer.from(packed ?? '', 'base64url')
      if (version !== VERSION || bytes.length < 28) throw new CannotOpen('not a sealed value')
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12)).setAAD(aad(place))
      decipher.setAuthTag(bytes.subarray(12, 28))
      try {
        const opened = Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()])
        const secret = opened.toString('utf8')
        seen(secret)
        return secret
      } catch {
        throw new CannotOpen('SECRET_KEY does not open this value')
      }
    },
  }
}

/** SHA-256 in hexadecimal. Enough for secrets of 256 random bits and for content keys. */
export const digest = (text: string | Uint8Array): string => createHash('sha256').update(text).digest('hex')

/** Compares a given secret with a stored digest in constant time. */
export const matches = (given: string, storedDigest: string): boolean => {
  const stored = Buffer.from(storedDigest, 'hex')
  const offered = Buffer.from(digest(given), 'hex')
  return stored.length === offered.length && timingSafeEqual(stored, offered)
}
