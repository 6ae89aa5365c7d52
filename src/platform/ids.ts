import { randomBytes } from 'node:crypto'
import type { Instant } from './clock.ts'

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'

const base32 = (bytes: Uint8Array): string => {
  let bits = 0
  let value = 0
  let text = ''
  for (const byte of bytes) {
    value = (value << 8) | byte
    bits += 8
    while (bits >= 5) {
      bits -= 5
      text += ALPHABET[(value >>> bits) & 31]
    }
  }
  return bits > 0 ? text + ALPHABET[(value << (5 - bits)) & 31] : text
}

/** Makes identifiers; an argument wherever one is needed, so that tests can foresee them. */
export type Ids = {
  /**
   * A new identifier: 29 characters, 48 bits of time and then 96 random bits, so that it sorts by age and
   * cannot be guessed. Fits custom ids, BullMQ job ids (never a bare number, no colon) and paths.
   */
  next(now: Instant): string
  /** A secret of 256 bits in 52 characters that need no escaping anywhere. */
  secret(): string
}

export const createIds = (random: (size: number) => Uint8Array = randomBytes): Ids => ({
  next: (now) => {
    const bytes = new Uint8Array(18)
    new DataView(bytes.buffer).setBigUint64(0, BigInt(now) << 16n)
    bytes.set(random(12), 6)
    return base32(bytes)
  },
  secret: () => base32(random(32)),
})
