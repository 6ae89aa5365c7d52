import { newToken } from './secrets.ts'
import type { Account, Pin, World } from './types.ts'

/** The code and client in a sign-in page's address; a bare code is taken as it is. */
const readAddress = (codeOrUrl: string): { code: string; client?: string } => {
  if (!codeOrUrl.includes('#')) return { code: codeOrUrl }
  const hash = new URLSearchParams(codeOrUrl.slice(codeOrUrl.indexOf('#')).replace(/^#!?\??/, ''))
  const client = hash.get('clientID')
  return { code: hash.get('code') ?? '', ...(client !== null && { client }) }
}

/** The sign-in that waits behind a code or a sign-in page's address. Throws when the page would refuse. */
export const findPin = (world: World, codeOrUrl: string): Pin => {
  const { code, client } = readAddress(codeOrUrl)
  const pin = world.pins.find((candidate) => candidate.code === code)
  if (!pin || pin.expiresAt <= world.now()) throw new Error('There is no such sign-in, or it ran out.')
  if (codeOrUrl.includes('#') && client !== pin.clientIdentifier)
    throw new Error('The address does not name the client that began this sign-in.')
  return pin
}

/** Signs somebody in, as they do in the browser; gives the token that the program will find. */
export const signIn = (world: World, codeOrUrl: string, account: Account): string => {
  const pin = findPin(world, codeOrUrl)
  if (pin.token !== null || pin.denied) throw new Error('This sign-in is over.')
  if (account.username === null) throw new Error(`${account.title} is a managed user and cannot sign in.`)
  pin.token = newToken()
  world.tokens.set(pin.token, account.id)
  return pin.token
}

/** Leaves the page without signing in: Plex tells nobody, and the sign-in waits until it runs out. */
export const deny = (world: World, codeOrUrl: string): void => {
  findPin(world, codeOrUrl).denied = true
}

/** Lets a sign-in run out at once. */
export const expirePin = (world: World, codeOrUrl: string): void => {
  findPin(world, codeOrUrl).expiresAt = world.now()
}

/** Makes a token worthless, as signing the device out does. */
export const revoke = (world: World, token: string): void => {
  if (world.tokens.delete(token)) world.revoked.add(token)
}

/** Signs somebody out everywhere: every token of theirs is worthless. */
export const revokeAll = (world: World, account: Account): void => {
  for (const [token, id] of [...world.tokens]) if (id === account.id) revoke(world, token)
}
