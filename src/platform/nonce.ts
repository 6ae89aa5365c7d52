import { digest } from './crypto.ts'

/** A Discord nonce (25 characters at most) for a thing that is to be sent once. The same thing gives the same nonce. */
export const nonceOf = (thing: string): string => digest(thing).slice(0, 25)

/** A component id (a positive 31-bit number) by which a message about that thing is known again. */
export const markOf = (thing: string): number =>
  Number.parseInt(digest(thing).slice(0, 8), 16) & 0x7fffffff || 1
