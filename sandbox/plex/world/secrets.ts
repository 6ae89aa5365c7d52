import { randomBytes, randomInt } from 'node:crypto'

const draw = (alphabet: string, length: number): string =>
  Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('')

/** A token as plex.tv hands them out: twenty signs of the URL-safe alphabet, never the same twice. */
export const newToken = (): string => `s${randomBytes(15).toString('base64url').slice(1)}`

/** A code that a program carries to the sign-in page. */
export const strongCode = (): string => draw('abcdefghijklmnopqrstuvwxyz0123456789', 25)

/** A code that a person types at plex.tv/link. */
export const weakCode = (): string => draw('ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789', 4)

export const hex = (length: number): string => randomBytes(length / 2).toString('hex')
