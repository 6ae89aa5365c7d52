import { expect, it } from 'vitest'
import { isSignedIn } from '../../../src/domain/people/sign-in.ts'

const SIGNED_IN = { token: 'sealed', linkedAt: 1, tokenRefusedAt: null }

it('is signed in whose token Plex takes', () => {
  expect(isSignedIn(SIGNED_IN)).toBe(true)
})

it.each([
  ['nobody', undefined],
  ['who never signed in, though an admin linked them', { ...SIGNED_IN, token: null }],
  ['who unlinked, whose token is yet to be made worthless', { ...SIGNED_IN, linkedAt: 0 }],
  ['whose token Plex refused', { ...SIGNED_IN, tokenRefusedAt: 1 }],
])('is not signed in: %s', (_, account) => {
  expect(isSignedIn(account)).toBe(false)
})
