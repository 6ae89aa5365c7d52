import { expect, it } from 'vitest'
import { accessWhenHidden } from '../../../src/domain/watchlists/access.ts'

it.each([
  ['friend', true, 'self'],
  ['friend', false, 'hidden'],
  ['hidden', true, 'self'],
  ['hidden', false, 'hidden'],
  // Hidden from its own person as well: nobody is left to read it by.
  ['self', true, 'hidden'],
] as const)(
  'a list that is read as %s and turns out to be hidden, signed in: %s, is read as %s',
  (before, isSignedIn, after) => {
    expect(accessWhenHidden(before, isSignedIn)).toBe(after)
  },
)
